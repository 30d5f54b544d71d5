# Makes trials.json: the analyses of trials, from base R, sandwich, clubSandwich, AER and direct algebra.
# Run in this folder: Rscript trials.R
suppressMessages({library(sandwich); library(clubSandwich); library(lmtest); library(AER); library(jsonlite)})

# The coefficient with estimate, se, df, p and interval.
row <- function(estimate, se, df, p) {
    half <- (if (is.finite(df)) qt(.975, df) else qnorm(.975)) * se
    list(estimate = estimate, se = se, df = df, p = p, low = estimate - half, high = estimate + half)
}
hc2 <- function(m, j) {
    t <- coeftest(m, vcov. = if (inherits(m, "ivreg")) as.matrix(vcovCR(m, cluster = seq_len(nobs(m)), type = "CR2"))
                  else vcovHC(m, type = "HC2"))
    row(t[j, 1], t[j, 2], m$df.residual, t[j, 4])
}
cr2 <- function(m, j, cl) {
    t <- coef_test(m, vcov = vcovCR(m, cluster = cl, type = "CR2"), test = "Satterthwaite")
    row(t$beta[j], t$SE[j], t$df_Satt[j], t$p_Satt[j])
}

means <- function(y, t) {
    w <- t.test(y[t == 1], y[t == 0])
    row(unname(w$estimate[1] - w$estimate[2]), unname(w$stderr), unname(w$parameter), w$p.value)
}

# Direct algebra: Newcombe (1998), method 10.
shares <- function(a, m, b, n) {
    wilson <- function(x, n) { z <- qnorm(.975); p <- x / n
        (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n) }
    one <- wilson(a, m); none <- wilson(b, n); p <- a / m; q <- b / n
    list(name = sprintf("%d of %d against %d of %d", a, m, b, n), counts = c(a, m, b, n), difference = p - q,
         low = p - q - sqrt((p - one[1])^2 + (none[2] - q)^2), high = p - q + sqrt((one[2] - p)^2 + (q - none[1])^2),
         p = suppressWarnings(prop.test(c(a, b), c(m, n), correct = FALSE)$p.value))
}

lin <- function(y, t, x, cl = NULL) {
    c <- scale(as.matrix(x), scale = FALSE); m <- lm(y ~ t * c)
    if (is.null(cl)) hc2(m, 2) else cr2(m, 2, cl)
}

blocks <- function(y, t, b) {
    d <- sapply(split(seq_along(y), b), function(i) {
        one <- y[i][t[i] == 1]; none <- y[i][t[i] == 0]
        c(length(i), mean(one) - mean(none), sqrt(var(one) / length(one) + var(none) / length(none))) })
    w <- d[1, ] / sum(d[1, ]); e <- sum(w * d[2, ]); se <- sqrt(sum(w^2 * d[3, ]^2)); df <- length(y) - 2 * ncol(d)
    list(average = row(e, se, df, if (is.na(se)) NA else 2 * pt(-abs(e / se), df)), fixed = hc2(if (length(unique(b)) > 1) lm(y ~ t + factor(b)) else lm(y ~ t), 2),
         difference = I(unname(d[2, ])), se = I(unname(d[3, ])))
}

# All randomisations within blocks, one by one.
exact <- function(y, t, b) {
    rows <- split(seq_along(y), b)
    ways <- lapply(rows, function(i) combn(length(i), sum(t[i]), simplify = FALSE))
    stat <- function(t) sum(sapply(rows, function(i) length(i) / length(y) * (mean(y[i][t[i] == 1]) - mean(y[i][t[i] == 0]))))
    s <- apply(expand.grid(lapply(ways, seq_along)), 1, function(k) {
        t <- numeric(length(y)); for (j in seq_along(rows)) t[rows[[j]][ways[[j]][[k[j]]]]] <- 1; stat(t) })
    o <- stat(t)
    list(difference = o, p = mean(abs(s) >= abs(o) - 1e-12), higher = mean(s >= o - 1e-12), ways = length(s))
}

complier <- function(y, z, d, x = NULL) {
    dat <- if (is.null(x)) data.frame(z) else data.frame(z, x)
    first <- lm(d ~ ., data = dat); itt <- lm(y ~ ., data = dat)
    f <- if (is.null(x)) ivreg(y ~ d | z) else ivreg(y ~ d + x | z + x)
    # The Anderson-Rubin test of beta: is the offer's coefficient on y - beta d different from 0?
    ar <- function(beta) { m <- lm(y - beta * d ~ ., data = dat); coef(m)[2]^2 / vcovHC(m, type = "HC2")[2, 2] -
        qt(.975, m$df.residual)^2 }
    est <- unname(coef(f)[2]); step <- max(1e-3, hc2(f, 2)$se) / 50
    seek <- function(sign) { at <- est
        for (i in 1:20000) { if (ar(at + sign * step) > 0) return(uniroot(function(b) ar(b), sort(c(at, at + sign * step)),
            tol = 1e-15)$root); at <- at + sign * step }
        NA }
    list(itt = hc2(itt, 2), uptake = hc2(first, 2), effect = hc2(f, 2), low = seek(-1), high = seek(1))
}

worst <- function(y, t, least, most) {
    a <- means(ifelse(is.na(y), ifelse(t == 1, least, most), y), t); b <- means(ifelse(is.na(y), ifelse(t == 1, most, least), y), t)
    list(low = a$estimate, high = b$estimate, ciLow = a$low, ciHigh = b$high)
}
# Lee's bounds with part of a person at the border.
lee <- function(y, t) {
    s <- !is.na(y); share <- tapply(s, t, mean)
    trimmed <- function(v, keep) { v <- sort(v); w <- pmin(1, pmax(0, keep - (seq_along(v) - 1))); sum(w * v) / keep }
    one <- y[s & t == 1]; none <- y[s & t == 0]
    k1 <- min(1, share["0"] / share["1"]) * length(one); k0 <- min(1, share["1"] / share["0"]) * length(none)
    list(low = trimmed(one, k1) + trimmed(-none, k0), high = -trimmed(-one, k1) - trimmed(none, k0))
}

set.seed(20261123)
make <- function(name, n, b, share, effect, sd1, y = NULL) {
    b <- rep_len(sprintf("b%02d", seq_len(b)), n); t <- ave(seq_len(n), b, FUN = function(i) sample(rep_len(share, length(i))))
    x <- rnorm(n); w <- rbinom(n, 1, .4)
    y <- if (is.null(y)) 3 + effect * t + .8 * x + .5 * w * t + rnorm(n, sd = ifelse(t == 1, sd1, 1)) else y(t, x)
    d <- ifelse(t == 1, rbinom(n, 1, .6), 0)
    cl <- as.character(sample(1:12, n, TRUE))
    lost <- y; lost[runif(n) < ifelse(t == 1, .1, .25)] <- NA
    list(name = name, y = y, treated = t, block = b, cluster = cl, x = x, w = w, received = d, lost = lost,
         means = means(y, t), lin = lin(y, t, cbind(x, w)), linClusters = lin(y, t, cbind(x, w), cl), blocks = blocks(y, t, b),
         complier = complier(y, t, d, x), complierPlain = complier(y, t, d), worst = worst(lost, t, min(y), max(y)),
         lee = lee(lost, t))
}
trial <- list(
    make("two even arms in four blocks", 120, 4, 0:1, .5, 1),
    make("two to one", 150, 5, c(1, 1, 0), .3, 2),
    make("one to three with unequal spread", 200, 5, c(1, 0, 0, 0), 1, 4),
    make("no effect", 90, 3, 0:1, 0, 1),
    make("counts with heavy ties", 160, 4, 0:1, 0, 1, function(t, x) rpois(length(t), 2 + t)),
    make("an outcome of yes and no", 240, 6, 0:1, 0, 1, function(t, x) rbinom(length(t), 1, .2 + .1 * t)),
    make("one block", 60, 1, 0:1, .4, 1))

small <- function(name, y, t, b) c(list(name = name, y = y, treated = t, block = b), exact(y, t, b))
randomisation <- list(
    small("eight in one block", c(1.2, 3.4, 2.2, 5.1, .3, 2.2, 4.4, 3), c(1, 0, 0, 1, 0, 0, 1, 1), rep("a", 8)),
    small("two blocks, three to one", c(1, 4, 2, 2, 7, 3, 5, 5), c(1, 0, 0, 0, 1, 0, 0, 0), rep(c("a", "b"), each = 4)),
    small("five pairs", round(rnorm(10), 2), rep(0:1, 5), rep(letters[1:5], each = 2)),
    small("yes and no in three blocks", rep(c(1, 0, 1, 1, 0, 0), 3), rep(c(1, 0, 1, 0, 1, 0), 3), rep(letters[1:3], each = 6)),
    small("more treated than controls", c(3, 1, 4, 1, 5, 9, 2, 6), c(1, 1, 1, 0, 1, 1, 0, 1), rep("a", 8)))

counts <- list(shares(56, 70, 48, 80), shares(9, 10, 3, 10), shares(0, 10, 0, 20), shares(10, 10, 0, 20), shares(5, 56, 0, 29),
    shares(130, 2450, 98, 2450))

p <- c(.01, .02, .03, .04, .05, .001, .3, .3, NA, .9, 1)
versions <- c(list(R = R.version.string), lapply(c(sandwich = "sandwich", clubSandwich = "clubSandwich",
    lmtest = "lmtest", AER = "AER"), function(p) as.character(packageVersion(p))))
data <- c(lapply(trial, function(d) c(d, list(kind = "trial"))), lapply(randomisation, function(d) c(d, list(exact = TRUE))),
    lapply(counts, function(d) c(d, list(shares = TRUE))),
    list(list(name = "p values", raw = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"))))
write(toJSON(list(versions = versions, data = data), digits = I(17), auto_unbox = TRUE, na = "null"), "trials.json")
