"""Reads distributions-r.csv (from distributions.R) and writes distributions.csv: the same rows with, beside R's answer,
the exact one to 17 digits, found with mpmath at 50 digits by the series and continued fractions of the textbook
(Abramowitz and Stegun 6.5.29, 6.5.31, 26.5.8). It knows nothing of Virker's code."""
import math
import mpmath
from functools import lru_cache
from multiprocessing import Pool
from mpmath import mp, mpf, log, exp, loggamma, log1p, sqrt

mp.dps = 50
ENOUGH = mpf(10) ** -34
HALF = mpf(1) / 2


def lentz(first, terms):
    """first + a1/(b1 + a2/(b2 + ...)) from pairs (a, b)."""
    c, d, value = first, mpf(0), first
    for a, b in terms:
        d = 1 / (b + a * d)
        c = b + a / c
        value *= c * d
        if abs(c * d - 1) < ENOUGH:
            return value


@lru_cache(maxsize=4096)
def gamma_tails(a, x):
    """(P, Q, x dP/dx) of the regularised incomplete gamma functions."""
    slope = exp(a * log(x) - x - loggamma(a))
    if x > a + 1 and x > 1:
        k = iter(range(1, 10**9))
        q = slope / lentz(x + 1 - a, ((-j * (j - a), x + 2 * j + 1 - a) for j in k))
        return 1 - q, q, slope
    term = total = 1 / a
    j = a
    while term > total * ENOUGH:
        j += 1
        term *= x / j
        total += term
    return slope * total, 1 - slope * total, slope


def beta_terms(a, b, x):
    m = 0
    while True:
        yield (mpf(1) if m == 0 else m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))), mpf(1)
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), mpf(1)
        m += 1


@lru_cache(maxsize=4096)
def beta_tails(a, b, x, y):
    """(I, 1 - I, dI / dlogit x) at x = 1 - y, both given so that neither is lost in the other."""
    slope = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b))

    def lower(a, b, x):
        terms = beta_terms(a, b, x)
        next(terms)
        return slope / a / lentz(mpf(1), terms)

    if x <= (a + 1) / (a + b + 2):
        i = lower(a, b, x)
        return i, 1 - i, slope
    i = lower(b, a, y)
    return 1 - i, i, slope


def continuous(family, x, a, b, y=None):
    """(lower, upper, density) at x; for the beta distribution y is 1 - x."""
    if family == "Normal":
        return mp.ncdf(x) if x < 0 else 1 - mp.erfc(x / sqrt(2)) / 2, mp.erfc(x / sqrt(2)) / 2, mp.npdf(x)
    if family in ("ChiSquare", "Gamma"):
        shape, scale = (a / 2, mpf(2)) if family == "ChiSquare" else (a, b)
        p, q, slope = gamma_tails(shape, x / scale)
        return p, q, slope / x
    if family == "StudentT":
        inner, outer, slope = beta_tails(HALF, a / 2, x * x / (a + x * x), a / (a + x * x))
        density = slope / abs(x)
        return (outer / 2, 1 - outer / 2, density) if x < 0 else (1 - outer / 2, outer / 2, density)
    if family == "F":
        p, q, slope = beta_tails(a / 2, b / 2, a * x / (a * x + b), b / (a * x + b))
        return p, q, slope / x
    y = 1 - x if y is None else y
    p, q, slope = beta_tails(a, b, x, y)
    return p, q, slope / (x * y)


def log_choose(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


@lru_cache(maxsize=4096)
def discrete(family, k, a, b, c):
    """(lower, upper, density) at k."""
    if family == "Binomial":
        density = exp(log_choose(a, k) + k * log(b) + (a - k) * log1p(-b)) if 0 <= k <= a else mpf(0)
        if k < 0 or k >= a:
            return mpf(k >= 0), mpf(k < 0), density
        upper, lower, _ = beta_tails(k + 1, a - k, b, 1 - b)
        return lower, upper, density

    def at(k):
        return exp(log_choose(a, k) + log_choose(b, c - k) - log_choose(a + b, c))

    least, most = max(0, c - b), min(a, c)
    if k < least or k >= most:
        return mpf(k >= least), mpf(k < least), at(k) if k == most else mpf(0)
    down = k * (a + b) < c * a
    i = k if down else k + 1
    total, term = mpf(0), at(i)
    while least <= i <= most and term > total * ENOUGH:
        total += term
        term *= i * (b - c + i) / ((a - i + 1) * (c - i + 1)) if down else (a - i) * (c - i) / ((i + 1) * (b - c + i + 1))
        i += -1 if down else 1
    return (total, 1 - total, at(k)) if down else (1 - total, total, at(k))


def quantile(family, p, a, b, c, r, upper):
    """Newton from R's answer, on the log of the smaller tail in the log (or logit) of x."""
    target, tail = (p, upper) if p <= HALF else (1 - p, not upper)
    if family in ("Binomial", "Hypergeometric"):
        slack = mpf(10) ** -14  # a tail equal to p but for rounding meets it, as in R
        enough = lambda k: (
            discrete(family, k, a, b, c)[1] <= p * (1 + slack)
            if upper
            else discrete(family, k, a, b, c)[0] >= p * (1 - slack)
        )
        if enough(r) and not (r > 0 and enough(r - 1)):
            return r
        low, high = mpf(0), min(a, c) if family == "Hypergeometric" else a
        while low < high:
            middle = mp.floor((low + high) / 2)
            low, high = (low, middle) if enough(middle) else (middle + 1, high)
        return low
    if family in ("Normal", "StudentT"):
        if p == HALF:
            return mpf(0)
        x = r
        for _ in range(200):
            lower, up, density = continuous(family, x, a, b)
            t = up if tail else lower
            step = (log(target) - log(t)) * t / density * (-1 if tail else 1)
            x += step if abs(step) < abs(x) / 2 else abs(x) / 2 * mp.sign(step)
            if abs(step) < abs(x) * mpf(10) ** -13:
                return x
    # Step in log x, or for the beta distribution in the log of w = x / (1 - x).
    beta = family == "Beta"
    w = r / (1 - r) if beta and 0 < r < 1 else a / b if beta else r if r > 0 else mpf(1)
    for _ in range(500):
        if beta and w > mpf(10) ** 40:
            return mpf(1)
        x, y = (w / (1 + w), 1 / (1 + w)) if beta else (w, mpf(1))
        lower, up, density = continuous(family, x, a, b, y)
        t = up if tail else lower
        step = (log(target) - log(t)) * t / (density * x * y) * (-1 if tail else 1)
        w *= exp(max(-5, min(5, step)))
        if abs(step) < mpf(10) ** -13:
            return w / (1 + w) if beta else w


def exact(line):
    family, what, *numbers, r = line.strip().split(",")
    x, a, b, c = (mpf(float(v)) if v else mpf(0) for v in numbers)
    r = mpf(float(r))
    if family == "Special":
        return loggamma(x) if what == "LogGamma" else loggamma(x) + loggamma(a) - loggamma(x + a)
    if what.startswith("Quantile"):
        return quantile(family, x, a, b, c, r, what == "QuantileUpper")
    lower, upper, density = (
        discrete(family, x, a, b, c) if family in ("Binomial", "Hypergeometric") else continuous(family, x, a, b)
    )
    chosen = {"Lower": lower, "Upper": upper, "Density": density}[what.removeprefix("Log")]
    if not what.startswith("Log"):
        return chosen
    other = {"Lower": upper, "Upper": lower, "Density": None}[what.removeprefix("Log")]
    return log1p(-other) if other is not None and other < HALF else log(chosen)


def row(line):
    value = exact(line)
    return line.strip() + "," + ("" if value is None else mp.nstr(value, 17, min_fixed=0, max_fixed=0))


if __name__ == "__main__":
    with open("distributions-r.csv") as source:
        version, header, *lines = source
    with Pool(2) as pool, open("distributions.csv", "w") as target:
        target.write(f"{version.strip()}; mpmath {mpmath.__version__}\nfamily,what,x,a,b,c,r,exact\n")
        for done in pool.imap(row, lines, chunksize=50):
            target.write(done + "\n")
