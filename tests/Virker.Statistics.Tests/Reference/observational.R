# Makes observational.json: inverse-probability weights, doubly robust estimates and E-values, by direct algebra in
# base R (the sandwich of the stacked estimating equations with dense matrices).
# Run in this folder: Rscript observational.R
suppressMessages(library(jsonlite))

propensity <- function(t, x) {
    start <- NULL
    for (i in 1:3) { m <- glm(t ~ ., family = binomial, data = data.frame(t = t, x), start = start,
        control = list(epsilon = 1e-15, maxit = 100)); start <- coef(m) }
    unname(fitted(m))
}

# theta = (beta, mu1, mu0); psi stacked; A = -mean dpsi/dtheta by hand; V = A^-1 B A^-T / n.
ipw <- function(y, t, x, estimand) {
    X <- cbind(1, as.matrix(x)); e <- propensity(t, x); n <- length(y); p <- ncol(X)
    w1 <- if (estimand == "Everyone") 1 / e else rep(1, n); w0 <- if (estimand == "Everyone") 1 / (1 - e) else e / (1 - e)
    d1 <- if (estimand == "Everyone") -(1 - e) / e else rep(0, n); d0 <- e / (1 - e)
    mu1 <- sum(t * w1 * y) / sum(t * w1); mu0 <- sum((1 - t) * w0 * y) / sum((1 - t) * w0)
    psi <- cbind(X * (t - e), t * w1 * (y - mu1), (1 - t) * w0 * (y - mu0))
    A <- matrix(0, p + 2, p + 2)
    A[1:p, 1:p] <- crossprod(X * sqrt(e * (1 - e))) / n
    A[p + 1, 1:p] <- -colMeans(X * (t * d1 * (y - mu1))); A[p + 2, 1:p] <- -colMeans(X * ((1 - t) * d0 * (y - mu0)))
    A[p + 1, p + 1] <- mean(t * w1); A[p + 2, p + 2] <- mean((1 - t) * w0)
    V <- solve(A) %*% (crossprod(psi) / n) %*% t(solve(A)) / n; l <- c(rep(0, p), 1, -1)
    w <- ifelse(t == 1, w1, w0); share <- mean(t)
    stable <- if (estimand == "Everyone") ifelse(t == 1, share, 1 - share) else ifelse(t == 1, 1, (1 - share) / share)
    spread <- apply(x, 2, function(c) if (estimand == "Everyone") sqrt((var(c[t == 1]) + var(c[t == 0])) / 2) else sd(c[t == 1]))
    mean1 <- colMeans(x[t == 1, , drop = FALSE]); mean0 <- colMeans(x[t == 0, , drop = FALSE])
    wm <- function(k) apply(x, 2, function(c) weighted.mean(c[t == k], w[t == k]))
    ess <- function(k) sum(w[t == k])^2 / sum(w[t == k]^2)
    r1 <- range(e[t == 1]); r0 <- range(e[t == 0])
    list(estimand = estimand, propensity = e, weights = w, stable = w * stable, estimate = mu1 - mu0,
         se = sqrt(drop(t(l) %*% V %*% l)), before = I(unname((mean1 - mean0) / spread)),
         after = I(unname((wm(1) - wm(0)) / spread)), ess = c(ess(1), ess(0)), range = c(r1, r0),
         outside = sum(e[t == 1] < r0[1] | e[t == 1] > r0[2]) + sum(e[t == 0] < r1[1] | e[t == 0] > r1[2]),
         extreme = sum(e < .05 | e > .95), largest = max(w[t == 1] / sum(w[t == 1]), w[t == 0] / sum(w[t == 0])))
}

aipw <- function(y, t, x, estimand) {
    d <- data.frame(y = y, x); e <- propensity(t, x); n <- length(y); binary <- all(y %in% 0:1)
    m <- function(k) {
        if (!binary) return(unname(predict(lm(y ~ ., data = d[t == k, ]), d)))
        start <- NULL
        for (i in 1:3) { f <- glm(y ~ ., family = binomial, data = d[t == k, ], start = start,
            control = list(epsilon = 1e-15, maxit = 100)); start <- coef(f) }
        unname(predict(f, d, type = "response"))
    }
    m0 <- m(0)
    if (estimand == "Everyone") {
        m1 <- m(1); s <- m1 - m0 + t * (y - m1) / e - (1 - t) * (y - m0) / (1 - e); est <- mean(s); inf <- s - est
    } else {
        s <- (t * (y - m0) - (1 - t) * e / (1 - e) * (y - m0)) / mean(t); est <- mean(s); inf <- s - t / mean(t) * est
    }
    list(estimand = estimand, estimate = est, se = sqrt(sum(inf^2)) / n)
}

# Both means, their covariance matrix with and without 25 clusters, and the log ratio by the delta method.
means <- function(y, t, x, linear, estimand) {
    d <- data.frame(y = y, x); e <- propensity(t, x); n <- length(y); binary <- all(y %in% 0:1) && !linear
    m <- function(k) {
        if (!binary) return(unname(predict(lm(y ~ ., data = d[t == k, ]), d)))
        start <- NULL
        for (i in 1:3) { f <- glm(y ~ ., family = binomial, data = d[t == k, ], start = start,
            control = list(epsilon = 1e-15, maxit = 100)); start <- coef(f) }
        unname(predict(f, d, type = "response"))
    }
    m1 <- m(1); m0 <- m(0); p <- mean(t)
    if (estimand == "Everyone") {
        s <- cbind(m1 + t * (y - m1) / e, m0 + (1 - t) * (y - m0) / (1 - e)); mu <- colMeans(s); inf <- sweep(s, 2, mu)
    } else {
        s <- cbind(t * y, t * m0 + (1 - t) * e / (1 - e) * (y - m0)) / p; mu <- colMeans(s); inf <- s - outer(t / p, mu)
    }
    g <- rep_len(1:25, n); sums <- rowsum(inf, g)
    V <- crossprod(inf) / n^2; C <- crossprod(sums) / n^2 * 25 / 24
    ratio <- function(V) sqrt(drop(c(1 / mu[1], -1 / mu[2]) %*% V %*% c(1 / mu[1], -1 / mu[2])))
    half <- qt(.975, 24) * sqrt(C[1, 1] + C[2, 2] - 2 * C[1, 2])
    list(linear = linear, estimand = estimand, mu = mu, v = c(V[1, 1], V[2, 2], V[1, 2]),
         clustered = c(C[1, 1], C[2, 2], C[1, 2]), ci = mu[1] - mu[2] + c(-half, half), log_ratio = log(mu[1] / mu[2]),
         log_ratio_se = c(ratio(V), ratio(C)))
}

set.seed(20261123)
one <- function(name, n, confounding, outcome) {
    x <- data.frame(age = round(runif(n, 18, 62)), ill = rbinom(n, 1, .3), debt = rexp(n))
    t <- rbinom(n, 1, plogis(-.5 + confounding * (.03 * (x$age - 40) - .8 * x$ill + .3 * x$debt))); y <- outcome(t, x)
    list(name = name, x = as.list(x), treated = t, y = y, ipw = lapply(c("Everyone", "Treated"), function(e) ipw(y, t, x, e)),
         aipw = lapply(c("Everyone", "Treated"), function(e) aipw(y, t, x, e)), means = list(means(y, t, x, FALSE, "Everyone"),
             means(y, t, x, TRUE, "Everyone"), means(y, t, x, FALSE, "Treated"), means(y, t, x, TRUE, "Treated")))
}
hours <- function(t, x) 4 + 2 * t + .1 * x$age - 3 * x$ill + rnorm(length(t), sd = 3)
job <- function(t, x) rbinom(length(t), 1, plogis(-1 + .5 * t - .7 * x$ill + .01 * x$age))
data <- list(one("hours, some confounding", 400, 1, hours), one("hours, poor overlap", 500, 3, hours),
    one("hours, none", 200, 0, hours), one("job, some confounding", 600, 1, job), one("job, strong confounding", 800, 2, job))

e <- function(rr, lo, hi) { one <- function(r) { r <- max(r, 1 / r); r + sqrt(r * (r - 1)) }
    list(rr = rr, low = lo, high = hi, estimate = one(rr), interval = if (lo <= 1 && hi >= 1) 1 else one(if (rr > 1) lo else hi)) }
data <- c(data, list(list(name = "e-values", e = list(e(3.9, 1.8, 8.7), e(.8, .71, .91), e(1.3, .9, 1.8), e(1, .5, 2), e(.22, .1, .4)))))
write(toJSON(list(versions = list(R = R.version.string), data = data), digits = I(17), auto_unbox = TRUE, na = "null"),
    "observational.json")
