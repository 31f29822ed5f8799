import type { Layer, LayerScope, Tensors } from '@noether/compute';

/** The same layer with other names for its parameters and state, so that two of a kind can stand together. */
export function renamedLayer(layer: Layer, rename: (name: string) => string): Layer {
  const names = Object.keys({ ...layer.parameters, ...layer.state });
  const outside = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).map(([name, value]) => [rename(name), value]));
  const inside = (table: Tensors): Tensors =>
    Object.fromEntries(
      names.filter((name) => rename(name) in table).map((name) => [name, table[rename(name)]]),
    );
  const within = <T>(scope: LayerScope, evaluate: (own: LayerScope) => T): T => {
    const nextState: Tensors = {};
    const { parameters, state, training } = scope;
    const value = evaluate({
      parameters: inside(parameters),
      state: inside(state),
      nextState,
      training,
    });
    Object.assign(scope.nextState, outside(nextState));
    return value;
  };
  return {
    parameters: outside(layer.parameters),
    state: outside(layer.state),
    apply: (x, scope) => within(scope, (own) => layer.apply(x, own)),
    push: (x, scope) => within(scope, (own) => layer.push(x, own)),
  };
}
