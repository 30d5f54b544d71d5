# Makes calibration.json: Brier score with its parts, calibration by bins, calibration in the large, in base R.
# Run in this folder: Rscript calibration.R
suppressMessages(library(jsonlite))

one <- function(name, f, y, edges) {
    n <- length(y)
    k <- cut(f, edges, right = FALSE, include.lowest = TRUE, labels = FALSE)
    bins <- lapply(seq_len(length(edges) - 1), function(b) {
        i <- which(k == b)
        if (length(i) == 0) return(list(count = 0, events = 0, expected = NA, observed = NA, low = NA, high = NA))
        # prop.test without correction gives Wilson's interval.
        ci <- suppressWarnings(prop.test(sum(y[i]), length(i), correct = FALSE)$conf.int)
        list(count = length(i), events = sum(y[i]), expected = mean(f[i]), observed = mean(y[i]), low = ci[1], high = ci[2])
    })
    fk <- ave(f, k); ok <- ave(y, k); rate <- mean(y)
    t <- if (n > 1 && sd(y - f) > 0) t.test(y - f) else NULL
    shift <- if (all(f > 0 & f < 1) && rate > 0 && rate < 1)
        unname(coef(glm(y ~ 1 + offset(qlogis(f)), family = binomial, control = list(epsilon = 1e-15, maxit = 100)))) else NA
    list(name = name, forecast = f, happened = y, edges = edges, bins = bins,
        brier = mean((f - y)^2), reliability = mean((fk - ok)^2), resolution = mean((ok - rate)^2),
        uncertainty = rate * (1 - rate), variance = mean((f - fk)^2), covariance = 2 * mean((y - ok) * (f - fk)),
        expected = mean(f), observed = rate, difference = mean(y - f), se = if (is.null(t)) NA else unname(t$stderr),
        low = if (is.null(t)) NA else t$conf.int[1], high = if (is.null(t)) NA else t$conf.int[2], shift = shift)
}

set.seed(20261123)
tenths <- seq(0, 1, .1)
wide <- runif(500, .01, .95); few <- sample(c(0, 5, 10, 20, 40, 60, 80, 100) / 100, 120, TRUE)
data <- list(
    one("spread out", wide, rbinom(500, 1, wide), tenths),
    one("too hopeful", pmin(.99, wide + .15), rbinom(500, 1, wide * .7), tenths),
    one("few values, with certainty", few, rbinom(120, 1, .1 + .6 * few), c(0, .1, .3, .5, 1)),
    one("rare", runif(300, .01, .12), rbinom(300, 1, .06), c(0, .025, .05, .075, .1, .2)),
    one("on the edges", rep(tenths, 3), rep(c(0, 1, 1), 11), tenths),
    one("never", c(.1, .2, .2, .4), c(0, 0, 0, 0), c(0, .2, .4, .6)),
    one("few and far", c(.001, .999, .5, .3), c(1, 0, 1, 0), c(0, .5, 1)))
set.seed(7); draws <- sort(rnorm(501))
data <- c(data, list(list(name = "quantile of type 7", values = draws, low = unname(quantile(draws, .025)),
    high = unname(quantile(draws, .975)))))
out <- list(versions = list(R = R.version.string), data = data)
write(toJSON(out, digits = I(17), auto_unbox = TRUE, na = "null"), "calibration.json")
