# Writes distributions-r.csv (not stored): what R answers on the grid. Then distributions.py adds the digits R may lack.
# Run from this folder: Rscript distributions.R && python3 distributions.py
options(digits = 17)
rows <- list()
add <- function(family, a, b = NA, c = NA, x, d, p, q, upTo = Inf) {
    # One row a function; the arguments are x (or p), then the parameters.
    put <- function(what, arg, value) {
        keep <- is.finite(value) & value != 0 & (what %in% c("LogDensity", "LogLower", "LogUpper") | abs(value) > 1e-300)
        rows[[length(rows) + 1]] <<- data.frame(family, what, x = arg, a, b, c, value)[keep, ]
    }
    put("Density", x, d(x, FALSE)); put("LogDensity", x, d(x, TRUE))
    put("Lower", x, p(x, TRUE, FALSE)); put("Upper", x, p(x, FALSE, FALSE))
    put("LogLower", x, p(x, TRUE, TRUE)); put("LogUpper", x, p(x, FALSE, TRUE))
    probs <- c(1e-300, 1e-100, 1e-20, 1e-8, .001, .025, .1, .3, .5, .7, .9, .975, .999, 1 - 2^-30)
    if (!is.null(q)) { put("Quantile", probs, q(probs, TRUE)); put("QuantileUpper", probs, q(probs, FALSE)) }
}
add("Normal", NA, x = c(-40, -38, -20, -8, -5, -2.5, -1, -.7, -.3, -1e-8, 1e-300, 1e-5, .1, .5, .67449, 1, 1.5, 1.96, 2.5758, 4, 5.66, 7, 12.3, 25, 37.5, 40, 100, 1e4),
    d = function(x, l) dnorm(x, log = l), p = function(x, t, l) pnorm(x, lower.tail = t, log.p = l), q = function(p, t) qnorm(p, lower.tail = t))
for (df in c(.3, 1, 1.7, 2, 3, 4.5, 10, 28.3, 29, 100, 1234.5, 1e4, 1e6))
    add("StudentT", df, x = c(-50, -8, -3, -1.2, -.01, 1e-8, .3, .8, 1, 1.7, 2.05, 5, 12, 50, 400, 1e10),
        d = function(x, l) dt(x, df, log = l), p = function(x, t, l) pt(x, df, lower.tail = t, log.p = l), q = function(p, t) qt(p, df, lower.tail = t))
for (df in c(.01, .5, 1, 1.5, 2, 3, 7.3, 10, 29, 100, 1234.5, 1e4, 1e6)) {
    x <- sort(unique(c(df * c(1e-6, .01, .3, .8, .99, 1, 1.02, 1.3, 2, 5), pmax(1e-3, df + sqrt(2 * df) * c(-6, -2, -.5, .5, 3, 8, 20)), 1e-3, .5, 3.84, 300)))
    add("ChiSquare", df, x = x, d = function(x, l) dchisq(x, df, log = l), p = function(x, t, l) pchisq(x, df, lower.tail = t, log.p = l), q = function(p, t) qchisq(p, df, lower.tail = t))
}
for (s in c(1e-5, .2, 1, 4.4, 75, 3e4))
    add("Gamma", s, 3, x = 3 * s * c(1e-8, .1, .7, .97, 1.01, 1.2, 3, 30), d = function(x, l) dgamma(x, s, scale = 3, log = l),
        p = function(x, t, l) pgamma(x, s, scale = 3, lower.tail = t, log.p = l), q = function(p, t) qgamma(p, s, scale = 3, lower.tail = t))
for (m in c(.6, 1, 2, 3.5, 20, 1000)) for (n in c(.8, 1, 4, 27.6, 300, 1e5))
    add("F", m, n, x = c(1e-8, .01, .3, .9, 1, 1.05, 1.4, 3, 10, 100, 1e5),
        d = function(x, l) df(x, m, n, log = l), p = function(x, t, l) pf(x, m, n, lower.tail = t, log.p = l), q = function(p, t) qf(p, m, n, lower.tail = t))
for (a in c(1e-5, .1, .5, 1, 2.5, 12, 300, 1e5)) for (b in c(1e-5, .1, .7, 1, 3, 40, 2000, 1e5)) {
    m <- a / (a + b); s <- sqrt(m * (1 - m) / (a + b + 1))
    x <- unique(signif(pmin(1 - 2^-40, pmax(1e-30, c(1e-10, .01, .3, .5, .75, .99, 1 - 2^-30, m + s * c(-8, -3, -1, 0, .5, 2, 5)))), 10)); x <- x[x > 0 & x < 1]
    add("Beta", a, b, x = x, d = function(x, l) dbeta(x, a, b, log = l), p = function(x, t, l) pbeta(x, a, b, lower.tail = t, log.p = l), q = function(p, t) qbeta(p, a, b, lower.tail = t))
}
for (n in c(1, 7, 40, 1000, 1e6)) for (p0 in c(1e-6, .03, .3, .5, .92)) {
    x <- unique(pmin(n, pmax(0, round(c(0, 1, n, n / 2, n * p0 + sqrt(n * p0 * (1 - p0)) * c(-9, -3, -1, 0, 1, 4, 12))))))
    add("Binomial", n, p0, x = x, d = function(x, l) dbinom(x, n, p0, log = l), p = function(x, t, l) pbinom(x, n, p0, lower.tail = t, log.p = l), q = function(p, t) qbinom(p, n, p0, lower.tail = t))
}
for (u in list(c(5, 5, 5), c(10, 3, 6), c(120, 340, 77), c(3000, 45000, 900), c(4e5, 6e5, 5e5), c(1, 1e6, 5e5), c(700, 2, 650))) {
    m <- u[1]; n <- u[2]; k <- u[3]; mu <- k * m / (m + n); s <- sqrt(mu * n / (m + n) * (m + n - k) / (m + n - 1))
    x <- unique(pmin(min(m, k), pmax(max(0, k - n), round(c(0, 1, mu + s * c(-9, -3, -1, 0, 1, 4, 12), min(m, k))))))
    add("Hypergeometric", m, n, k, x = x, d = function(x, l) dhyper(x, m, n, k, log = l), p = function(x, t, l) phyper(x, m, n, k, lower.tail = t, log.p = l), q = function(p, t) qhyper(p, m, n, k, lower.tail = t))
}
x <- c(1e-10, .01, .3, .5, .9, .99999, 1.00001, 1.3, 1.9999, 2.0001, 2.7, 5, 11.9, 12.1, 100, 1e6)
rows[[length(rows) + 1]] <- data.frame(family = "Special", what = "LogGamma", x, a = NA, b = NA, c = NA, value = lgamma(x))
g <- expand.grid(x = x, a = c(1e-6, .5, 3, 14, 1e5))
rows[[length(rows) + 1]] <- data.frame(family = "Special", what = "LogBeta", x = g$x, a = g$a, b = NA, c = NA, value = lbeta(g$x, g$a))
out <- do.call(rbind, rows)
number <- function(v) ifelse(is.na(v), "", sprintf("%.17g", v))
out[3:7] <- lapply(out[3:7], number)
con <- file("distributions-r.csv", "w")
writeLines(paste("#", R.version.string), con)
write.csv(out, con, row.names = FALSE, quote = FALSE)
close(con)
