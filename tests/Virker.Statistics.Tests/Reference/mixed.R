# Makes mixed.json: random-intercept models from lme4. Run in this folder: Rscript mixed.R
#
# lme4's optimisers stop at about 1e-6. The variance of a linear model is therefore refined by optimising lme4's own
# deviance function in an interval of 1e-3 around lmer's answer, and the model is made again with it held there. A
# logistic model is run three times from its own answer with a tight bobyqa, and the second derivatives that its standard
# errors rest on are taken from lme4's deviance function by differences of fourth order (lme4's are of second).
suppressMessages({library(lme4); library(jsonlite)})

out <- function(m, extra, se = coef(summary(m))[, 2]) {
    r <- ranef(m, condVar = TRUE)[[1]]; s <- coef(summary(m))
    c(extra, list(estimate = I(unname(s[, 1])), se = I(unname(se)), between = unname(VarCorr(m)[[1]][1]),
        loglik = c(logLik(m)), groups = rownames(r), effect = I(r[, 1]), sd = I(sqrt(attr(r, "postVar")[1, 1, ]))))
}
linear <- function(name, y, x, g) {
    d <- data.frame(y = y, x, g = factor(g))
    f <- as.formula(paste("y ~", paste(c("1", names(x)), collapse = " + "), "+ (1 | g)"))
    m <- suppressMessages(lmer(f, d)); dev <- suppressMessages(lmer(f, d, devFunOnly = TRUE)); theta <- getME(m, "theta")
    if (theta > 0) {
        # The derivative tells the bottom better than the height: central differences of the deviance.
        slope <- function(t) (dev(t * (1 + 1e-4)) - dev(t * (1 - 1e-4))) / (2e-4 * t)
        theta <- uniroot(slope, theta * c(.99, 1.01), tol = 1e-12)$root
        parsed <- lFormula(f, d); devfun <- do.call(mkLmerDevfun, parsed); value <- devfun(theta)
        m <- mkMerMod(environment(devfun), list(par = theta, fval = value, conv = 0, message = ""), parsed$reTrms, parsed$fr)
    }
    out(m, list(name = name, kind = "linear", y = y, x = as.list(x), cluster = as.character(g), within = sigma(m)^2))
}
logistic <- function(name, y, x, g, nodes) {
    d <- data.frame(y = y, x, g = factor(g))
    f <- as.formula(paste("y ~", paste(c("1", names(x)), collapse = " + "), "+ (1 | g)")); start <- NULL
    for (i in 1:3) {
        m <- suppressWarnings(suppressMessages(glmer(f, d, family = binomial, nAGQ = nodes, start = start,
            control = glmerControl(optimizer = "bobyqa", tolPwrss = 1e-13, optCtrl = list(maxfun = 1e5, rhobeg = 1e-2, rhoend = 1e-9)))))
        start <- list(theta = getME(m, "theta"), fixef = fixef(m))
    }
    dev <- suppressWarnings(update(m, devFunOnly = TRUE)); at <- c(getME(m, "theta"), fixef(m)); k <- length(at)
    # Along v: f'' = (16(f1 + f-1) - (f2 + f-2) - 30 f0) / 12 h^2; mixed ones from sums of two directions.
    scale <- c(.5, coef(summary(m))[, 2])
    bend <- function(v) { f <- function(t) dev(at + t * .02 * v * scale)
        (16 * (f(1) + f(-1)) - (f(2) + f(-2)) - 30 * f(0)) / (12 * .02^2) }
    e <- diag(k); H <- matrix(0, k, k)
    for (a in 1:k) H[a, a] <- bend(e[a, ])
    for (a in 1:k) for (b in seq_len(a - 1)) H[a, b] <- H[b, a] <- (bend(e[a, ] + e[b, ]) - bend(e[a, ] - e[b, ])) / 4
    se <- (sqrt(diag(solve(H / 2))) * scale)[-1]; stopifnot(max(abs(se / coef(summary(m))[, 2] - 1)) < 1e-3)
    out(m, se = se, list(name = name, kind = "logistic", y = y, x = as.list(x), cluster = as.character(g), nodes = nodes))
}

set.seed(20261123)
n <- 400; town <- sample(sprintf("t%02d", 1:25), n, TRUE, prob = (1:25)); u <- rnorm(25)[as.integer(factor(town, sprintf("t%02d", 1:25)))]
treated <- rbinom(n, 1, .5); age <- round(runif(n, 18, 62)); year <- 2015 + sample(0:9, n, TRUE)
hours <- 5 + 2 * treated + .05 * age + 1.5 * u + rnorm(n, sd = 3); job <- rbinom(n, 1, plogis(-1 + .7 * treated + .02 * (age - 40) + u))
pairs <- rep(1:60, each = 3); few <- rbinom(180, 1, plogis(-.5 + 1.2 * rnorm(60)[pairs])); arm <- rep(0:1, 90)
flat <- rbinom(n, 1, .4)
cow <- cbpp[rep(seq_len(nrow(cbpp)), cbpp$size), ]; cow$sick <- unlist(mapply(function(k, m) rep(1:0, c(k, m - k)), cbpp$incidence, cbpp$size))

data <- list(
    linear("dyestuff", Dyestuff$Yield, data.frame(treated = 1:30)[, FALSE], Dyestuff$Batch),
    linear("dyestuff without differences", Dyestuff2$Yield, data.frame(treated = 1:30)[, FALSE], Dyestuff2$Batch),
    linear("sleepstudy", sleepstudy$Reaction, sleepstudy["Days"], sleepstudy$Subject),
    linear("hours in towns", hours, data.frame(treated, age), town),
    linear("year beside an intercept", hours, data.frame(treated, year), town),
    logistic("job in towns, Laplace", job, data.frame(treated, age), town, 1),
    logistic("job in towns, nine nodes", job, data.frame(treated, age), town, 9),
    logistic("three in a group, Laplace", few, data.frame(arm), pairs, 1),
    logistic("three in a group, 25 nodes", few, data.frame(arm), pairs, 25),
    logistic("contagious pleuropneumonia", cow$sick, data.frame(p2 = 1 * (cow$period == 2), p3 = 1 * (cow$period == 3),
        p4 = 1 * (cow$period == 4)), cow$herd, 1),
    logistic("no differences", flat, data.frame(treated), town, 1))
write(toJSON(list(versions = list(R = R.version.string, lme4 = as.character(packageVersion("lme4"))), data = data),
    digits = I(17), auto_unbox = TRUE, na = "null"), "mixed.json")
