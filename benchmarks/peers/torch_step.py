#!/usr/bin/env python3
"""A PyTorch peer for timing one LaLiGAN training step, written from the paper's description.

Same networks, same losses, same optimiser as the published configurations, so that a step here and
a step of ours are the same work. Prints one JSON line: {"config", "batch", "threads", "torch", "median_ms", "min_ms", …}.

  python3 torch_step.py --config lotka-volterra --batch 64 --threads 2

The peer to quote is the fastest PyTorch that the machine has. With a PyTorch built on OpenBLAS, see that OPENBLAS_CORETYPE does
not name an older processor than the machine's.
"""
import argparse, json, os, resource, time

p = argparse.ArgumentParser()
p.add_argument("--config", default="lotka-volterra",
               choices=["lotka-volterra", "pendulum", "reaction-diffusion", "double-bump", "rotating-object"])
p.add_argument("--batch", type=int, default=0, help="0: the published batch size")
p.add_argument("--hidden", type=int, default=0, help="0: the published width")
p.add_argument("--layers", type=int, default=0, help="0: the published number of hidden layers")
p.add_argument("--steps", type=int, default=30)
p.add_argument("--seconds", type=float, default=1e9, help="no new step after so long, but for three")
p.add_argument("--warmup", type=int, default=3)
p.add_argument("--threads", type=int, default=2)
p.add_argument("--device", default="cpu")
a = p.parse_args()
for v in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[v] = str(a.threads)
import torch
from torch import nn
import torch.nn.functional as F
from torch.nn.utils.parametrizations import orthogonal
torch.set_num_threads(a.threads)
dev = torch.device(a.device)

CONFIG = {  # input dim, timesteps, batch, hidden, layers, latent, learned generator?, fixed basis, arch, batch norm
    "lotka-volterra":     dict(d=2,     t=2, b=8192, h=512, l=5, z=2, learn=True,  arch="mlp", bn=True,  reg=0.01),
    "pendulum":           dict(d=2,     t=2, b=256,  h=512, l=5, z=2, learn=True,  arch="mlp", bn=True,  reg=0.02),
    "reaction-diffusion": dict(d=10000, t=2, b=64,   h=512, l=5, z=2, learn=True,  arch="mlp", bn=True,  reg=0.1),
    "double-bump":        dict(d=64,    t=1, b=256,  h=128, l=4, z=4, learn=False, arch="conv1d", bn=False, reg=0.0),
    "rotating-object":    dict(d=48,    t=1, b=2048, h=512, l=5, z=3, learn=False, arch="conv2d", bn=False, reg=0.0),
}
c = CONFIG[a.config]
c["h"], c["l"] = a.hidden or c["h"], a.layers or c["l"]
B = a.batch or c["b"]

class Rows(nn.Module):
    """Batch norm over every axis but the last."""
    def __init__(self, n):
        super().__init__(); self.bn = nn.BatchNorm1d(n)
    def forward(self, x):
        return self.bn(x.reshape(-1, x.shape[-1])).reshape(x.shape)

def mlp(i, h, layers, o, bn=False, ortho=False, out=None):
    m, n = [], i
    for _ in range(layers):
        m += [nn.Linear(n, h)] + ([Rows(h)] if bn else []) + [nn.ReLU()]; n = h
    last = nn.Linear(n, o)
    m += [orthogonal(last) if ortho else last] + ([Rows(o)] if bn else []) + ([out] if out else [])
    return nn.Sequential(*m)

def nets():
    d, z, h, l = c["d"], c["z"], c["h"], c["l"]
    if c["arch"] == "mlp":
        return mlp(d, h, l, z, bn=c["bn"], ortho=True), mlp(z, h, l, d)
    q = d // 8
    if c["arch"] == "conv1d":
        e = nn.Sequential(nn.Unflatten(-1, (1, d)), *[m for i, o in ((1, 16), (16, 32), (32, 64))
              for m in (nn.Conv1d(i, o, 3, padding=1), nn.ReLU(), nn.MaxPool1d(2))], nn.Flatten(),
              nn.Linear(64 * q, 128), nn.ReLU(), nn.Linear(128, 32), nn.ReLU(), orthogonal(nn.Linear(32, z)))
        k = nn.Sequential(nn.Linear(z, 32), nn.ReLU(), nn.Linear(32, 128), nn.ReLU(), nn.Linear(128, 64 * q), nn.Unflatten(1, (64, q)),
              nn.ConvTranspose1d(64, 32, 3, 2, 1, 1), nn.ReLU(), nn.ConvTranspose1d(32, 16, 3, 2, 1, 1), nn.ReLU(),
              nn.ConvTranspose1d(16, 1, 3, 2, 1, 1), nn.Flatten(), nn.Sigmoid())
        return e, k
    ch = 64
    e = nn.Sequential(*[m for i, o in ((3, ch // 4), (ch // 4, ch // 2), (ch // 2, ch))
          for m in (nn.Conv2d(i, o, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))], nn.Flatten(),
          nn.Linear(ch * q * q, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 32), nn.ReLU(), orthogonal(nn.Linear(32, z)))
    k = nn.Sequential(nn.Linear(z, 32), nn.ReLU(), nn.Linear(32, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, ch * q * q),
          nn.Unflatten(1, (ch, q, q)), nn.ConvTranspose2d(ch, ch // 2, 3, 2, 1, 1), nn.ReLU(),
          nn.ConvTranspose2d(ch // 2, ch // 4, 3, 2, 1, 1), nn.ReLU(), nn.ConvTranspose2d(ch // 4, 3, 3, 2, 1, 1), nn.Sigmoid())
    return e, k

def basis():
    if a.config == "double-bump":           # so(2) + so(2)
        L = torch.zeros(2, 4, 4)
        for i in range(2):
            L[i, 2 * i, 2 * i + 1], L[i, 2 * i + 1, 2 * i] = 1.0, -1.0
        return L
    L = torch.zeros(3, 3, 3)                 # so(3)
    for k, (i, j) in enumerate(((0, 1), (0, 2), (1, 2))):
        L[k, i, j], L[k, j, i] = 1.0, -1.0
    return L

enc, dec = (m.to(dev) for m in nets())
disc = mlp(c["z"] * c["t"], c["h"], c["l"], 1, out=nn.Sigmoid()).to(dev)
L = nn.Parameter(torch.randn(1, c["z"], c["z"], device=dev)) if c["learn"] else basis().to(dev)
opts = [torch.optim.Adam(list(enc.parameters()) + list(dec.parameters()), 1e-3), torch.optim.Adam(disc.parameters(), 1e-3)]
if c["learn"]:
    opts.append(torch.optim.Adam([L], 1e-3))
bce, one, zero = nn.BCELoss(), torch.ones(B, 1, device=dev), torch.zeros(B, 1, device=dev)
shape = (B, c["t"], c["d"]) if c["arch"] == "mlp" else (B, c["d"]) if c["arch"] == "conv1d" else (B, 3, c["d"], c["d"])

def step():
    x = torch.rand(shape, device=dev)
    z = enc(x)
    loss = F.mse_loss(dec(z), x)
    zz = z.reshape(B, c["t"], c["z"])
    mid = zz.mean((0, 1), keepdim=True)
    g = torch.matrix_exp(torch.einsum("bk,kij->bij", torch.randn(B, L.shape[0], device=dev), L))
    zt = torch.einsum("bij,btj->bti", g, zz - mid) + mid
    loss = loss + 0.01 * bce(disc(zt.reshape(B, -1)), one)
    if c["reg"]:
        loss = loss + c["reg"] * F.cosine_similarity(zt, zz, dim=-1).mean().abs()
    loss = loss + 0.5 * (bce(disc(zz.detach().reshape(B, -1)), one) + bce(disc(zt.detach().reshape(B, -1)), zero))
    for o in opts:
        o.zero_grad()
    loss.backward()
    for o in opts:
        o.step()
    return loss.item()

def timed(most, least, seconds):
    ms, began = [], time.perf_counter()
    while len(ms) < most:
        t = time.perf_counter()
        if len(ms) >= least and t - began > seconds:
            break
        step(); ms.append(1e3 * (time.perf_counter() - t))
    return sorted(ms)

timed(a.warmup, 1, a.seconds / 5)
ms = timed(a.steps, 3, a.seconds)
print(json.dumps(dict(config=a.config, batch=B, hidden=c["h"], layers=c["l"], threads=a.threads, torch=torch.__version__, device=a.device,
                      coretype=os.environ.get("OPENBLAS_CORETYPE", "auto"), median_ms=round(ms[len(ms) // 2], 3), min_ms=round(ms[0], 3),
                      steps=len(ms), peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))))
