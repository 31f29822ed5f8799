/**
 * Times ours and the peers on one configuration, whole processes in turn (ours, theirs, ours, …). A
 * peer that fails is left out of the row, with the reason.
 */
export function timeRow(label, pairs, configuration, index, ours, peers) {
  const own = [];
  const theirs = new Map(peers.map((peer) => [peer, []]));
  const missing = {};
  for (let pair = 0; pair < pairs; pair++) {
    own.push(ours.time(configuration, index));
    for (const [peer, timings] of theirs) {
      try {
        timings.push(peer.time(configuration, index));
      } catch (error) {
        missing[peer.name] = { missing: reason(error) };
        theirs.delete(peer);
      }
    }
  }
  const found = [...theirs].map(([peer, timings]) => [peer.name, against(own, timings)]);
  return {
    label,
    ...summary(own),
    compileMs: median(own.map(({ compileMs }) => compileMs)),
    peers: { ...Object.fromEntries(found), ...missing },
  };
}

function against(own, timings) {
  const ratios = timings.map(({ medianMs }, pair) => own[pair].medianMs / medianMs);
  return { ...summary(timings), ratio: median(ratios), ratios };
}

function summary(timings) {
  return {
    version: timings[0].version,
    medianMs: median(timings.map(({ medianMs }) => medianMs)),
    minMs: Math.min(...timings.map(({ minMs }) => minMs)),
    peakMb: Math.max(...timings.map(({ peakMb }) => peakMb)),
    steps: timings[0].steps,
    pairs: timings.length,
  };
}

/** What a failed process says is wrong: the first two sentences of its error. */
function reason({ stderr, message }) {
  const lines = (stderr?.toString() || message).split('\n').map((line) => line.trim());
  const line = lines.find((entry) => /Error\b.*: /.test(entry)) ?? lines[0];
  const sentences = line.replace(/^\w*Error(?: \[.*?\])?: /, '').split(/(?<=\.) /);
  return sentences.slice(0, 2).join(' ');
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
