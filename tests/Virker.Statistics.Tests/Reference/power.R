# Makes power.json: power and size from pwr and base R, clusters, blocks and Schoenfeld by direct algebra; and
# Pocock and Simon's minimisation step by step. Run in this folder: Rscript power.R
suppressMessages({library(pwr); library(jsonlite)})

base <- function(kind, total, power, share = .5, alpha = .05, two = TRUE, ...)
    list(kind = kind, total = total, power = power, share = share, alpha = alpha, two = two, ...)

t2 <- function(n1, n2, d, alpha, two) pwr.t2n.test(n1, n2, d, alpha, alternative = if (two) "two.sided" else "greater")$power
# With clusters of m and blocks b the noncentral t has units - b - 1 degrees of freedom.
general <- function(n, share, d, alpha, two, m = 1, icc = 0, cv = 0, b = 1, r2 = 0) {
    deff <- 1 + ((1 + cv^2) * m - 1) * icc; df <- n / m - b - 1
    ncp <- d / sqrt((1 - r2) * deff * (1 / (n * share) + 1 / (n * (1 - share))))
    q <- qt(if (two) alpha / 2 else alpha, df, lower.tail = FALSE)
    pt(q, df, ncp, lower.tail = FALSE) + if (two) pt(-q, df, ncp) else 0
}
prop <- function(n, share, p1, p0, alpha, two, factor = 1) {
    n1 <- n * share; n0 <- n - n1; z <- qnorm(if (two) alpha / 2 else alpha, lower.tail = FALSE)
    p <- (n1 * p1 + n0 * p0) / n
    none <- z * sqrt(factor * p * (1 - p) * (1 / n1 + 1 / n0)); some <- sqrt(factor * (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0))
    d <- abs(p1 - p0)
    pnorm((d - none) / some) + if (two) pnorm((-d - none) / some) else 0
}
schoenfeld <- function(n, share, hr, events, alpha, two, deff = 1) {
    z <- qnorm(if (two) alpha / 2 else alpha, lower.tail = FALSE); s <- sqrt(n * events / deff * share * (1 - share)) * abs(log(hr))
    pnorm(s - z) + if (two) pnorm(-s - z) else 0
}

cases <- list()
for (n in c(6, 40, 500, 9000)) for (d in c(0, .05, .3, 1.2)) for (two in c(TRUE, FALSE))
    cases <- c(cases, list(base("means", n, t2(n / 2, n / 2, d, .05, two), difference = d, sd = 1, two = two)))
cases <- c(cases, list(
    base("means", 90, t2(60, 30, .5, .01, TRUE), share = 2 / 3, alpha = .01, difference = .5, sd = 1),
    base("means", 800, general(800, .5, .3, .05, TRUE, 20, .05), difference = 3, sd = 10, size = 20, icc = .05),
    base("means", 800, general(800, .4, .3, .05, TRUE, 20, .05, .6), share = .4, difference = 3, sd = 10, size = 20, icc = .05, cv = .6),
    base("means", 300, general(300, .5, .3, .05, TRUE, b = 15, r2 = .2), difference = .3, sd = 1, blocks = 15, explained = .2),
    base("means", 600, general(600, .5, .3, .05, FALSE, 10, .02, .3, 5, .1), two = FALSE, difference = .3, sd = 1, size = 10, icc = .02,
         cv = .3, blocks = 5, explained = .1)))
for (p in list(c(.1, .15), c(.02, .06), c(.5, .4), c(.3, .3))) for (n in c(100, 1000, 4900))
    cases <- c(cases, list(base("shares", n, power.prop.test(n / 2, p[1], p[2], strict = TRUE)$power, control = p[1], treated = p[2])))
cases <- c(cases, list(
    base("shares", 900, prop(900, 2 / 3, .25, .15, .05, TRUE), share = 2 / 3, control = .15, treated = .25),
    base("shares", 900, prop(900, .5, .25, .15, .05, FALSE), two = FALSE, control = .15, treated = .25),
    base("shares", 900, prop(900, .5, .25, .15, .05, TRUE, 1.95), control = .15, treated = .25, size = 20, icc = .05),
    base("shares", 900, prop(900, .5, .25, .15, .05, TRUE, .9), control = .15, treated = .25, blocks = 10, explained = .1),
    base("events", 400, schoenfeld(400, .5, 1.4, .5, .05, TRUE), hr = 1.4, events = .5),
    base("events", 400, schoenfeld(400, .5, 1 / 1.4, .5, .05, TRUE), hr = 1 / 1.4, events = .5),
    base("events", 400, schoenfeld(400, .25, 1.4, .8, .01, FALSE), share = .25, alpha = .01, two = FALSE, hr = 1.4, events = .8),
    base("events", 400, schoenfeld(400, .5, 1.4, .5, .05, TRUE, 1.95), hr = 1.4, events = .5, size = 20, icc = .05)))

# Sizes: the number of people in all that gives the power.
n <- function(f) uniroot(f, c(100, 1e5), tol = 1e-11)$root
sizes <- list(
    list(kind = "means", wanted = .8, difference = .3, sd = 1, total = n(function(n) general(n, .5, .3, .05, TRUE) - .8)),
    list(kind = "means", wanted = .9, difference = .2, sd = 1, size = 15, icc = .03,
         total = n(function(n) general(n, .5, .2, .05, TRUE, 15, .03) - .9)),
    list(kind = "shares", wanted = .8, control = .1, treated = .13, total = n(function(n) prop(n, .5, .13, .1, .05, TRUE) - .8)),
    list(kind = "events", wanted = .9, hr = 1.3, events = .4, total = n(function(n) schoenfeld(n, .5, 1.3, .4, .05, TRUE) - .9)))

# Minimisation of forty people on three factors, arms as drawn here; imbalance and probabilities before each.
set.seed(20261123)
minimise <- function(name, arms, weights, best, variance) {
    level <- data.frame(sex = sample(c("k", "m"), 40, TRUE), age = sample(c("young", "middle", "old"), 40, TRUE),
        town = sample(letters[1:5], 40, TRUE))
    arm <- integer(0); imbalance <- list(); probability <- list()
    for (i in 1:40) {
        g <- sapply(seq_len(arms), function(k) sum(sapply(1:3, function(f) {
            same <- level[seq_along(arm), f] == level[i, f]
            counts <- sapply(seq_len(arms), function(a) sum(same & arm == a) + (a == k))
            weights[f] * (if (variance) var(counts) else diff(range(counts)))
        })))
        least <- g - min(g) < 1e-9
        p <- if (all(least)) rep(1 / arms, arms) else ifelse(least, best / sum(least), (1 - best) / sum(!least))
        imbalance[[i]] <- I(g); probability[[i]] <- I(p); arm <- c(arm, sample(arms, 1, prob = p))
    }
    list(name = name, arms = arms, weights = weights, best = best, variance = variance, sex = level$sex, age = level$age,
         town = level$town, arm = arm - 1, imbalance = imbalance, probability = probability)
}
data <- list(list(name = "power", power = cases), list(name = "size", size = sizes),
    minimise("two arms", 2, c(1, 1, 1), .8, FALSE), minimise("three arms, weighted, variance", 3, c(2, 1, .5), .7, TRUE))
write(toJSON(list(versions = list(R = R.version.string, pwr = as.character(packageVersion("pwr"))), data = data),
    digits = I(17), auto_unbox = TRUE, na = "null"), "power.json")
