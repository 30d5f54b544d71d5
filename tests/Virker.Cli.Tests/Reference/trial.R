# Writes trial.csv, trial.json and power.json: a made-up trial as `virker trial` reads it, and what R makes of it.
# Run in this folder: Rscript trial.R
suppressPackageStartupMessages({ library(sandwich); library(clubSandwich); library(lmtest); library(AER); library(jsonlite) })
set.seed(20261123)
n <- 240
d <- data.frame(town = sprintf("town %d", rep(1:6, each = 40)), worker = sprintf("w%02d", rep(1:24, each = 10)),
  arm = unlist(lapply(1:6, function(i) sample(rep(c("usual", "offer"), 20)))), wish = round(rnorm(n), 3), age = sample(18:64, n, TRUE))
t <- as.integer(d$arm == "offer"); d$took <- t * rbinom(n, 1, .7)
d$hours <- round(pmax(0, 4 + 2 * d$wish + rnorm(24, sd = 1)[match(d$worker, unique(d$worker))] + 3 * d$took + rnorm(n, sd = 4)), 2)
write.csv(d, "trial.csv", row.names = FALSE)
row <- function(estimate, se, df, p) { half <- qt(.975, df) * se
  list(estimate = estimate, se = se, df = df, p = p, ci_low = estimate - half, ci_high = estimate + half) }
hc2 <- function(m, j) { v <- if (inherits(m, "ivreg")) as.matrix(vcovCR(m, cluster = seq_len(nobs(m)), type = "CR2")) else vcovHC(m, type = "HC2")
  z <- coeftest(m, vcov. = v); row(z[j, 1], z[j, 2], m$df.residual, z[j, 4]) }
cr2 <- function(m, j) { z <- coef_test(m, vcov = vcovCR(m, cluster = d$worker, type = "CR2"), test = "Satterthwaite")
  row(z$beta[j], z$SE[j], z$df_Satt[j], z$p_Satt[j]) }
y <- d$hours; w <- t.test(y[t == 1], y[t == 0])
x <- scale(as.matrix(d[c("wish", "age")]), scale = FALSE); lin <- lm(y ~ t * x)
b <- sapply(split(seq_len(n), d$town), function(i) c(length(i), mean(y[i][t[i] == 1]) - mean(y[i][t[i] == 0]),
  var(y[i][t[i] == 1]) / sum(t[i]) + var(y[i][t[i] == 0]) / sum(1 - t[i])))
e <- sum(b[1, ] / n * b[2, ]); se <- sqrt(sum((b[1, ] / n)^2 * b[3, ])); df <- n - 2 * ncol(b)
result <- list(
  versions = c(list(r = R.version.string), lapply(c(sandwich = "sandwich", clubSandwich = "clubSandwich", AER = "AER"),
    function(p) as.character(packageVersion(p)))),
  difference = row(unname(w$estimate[1] - w$estimate[2]), unname(w$stderr), unname(w$parameter), w$p.value),
  adjusted = hc2(lin, 2), adjusted_cluster = cr2(lin, 2),
  blocked = row(e, se, df, 2 * pt(-abs(e / se), df)), fixed_effects = hc2(lm(y ~ t + factor(d$town)), 2),
  cluster = cr2(lm(y ~ t), 2), complier = hc2(ivreg(y ~ d$took | t), 2))
write(toJSON(result, auto_unbox = TRUE, digits = I(17), pretty = TRUE), "trial.json")
size <- power.prop.test(p1 = .2, p2 = .25, power = .8, strict = TRUE, tol = 1e-13)
power <- list(versions = list(r = R.version.string),
  shares = 2 * size$n, shares_power = power.prop.test(n = 500, p1 = .2, p2 = .25, strict = TRUE)$power,
  means = power.t.test(n = 64, delta = 5, sd = 10, strict = TRUE)$power,
  detectable = power.t.test(n = 64, sd = 10, power = .8, strict = TRUE, tol = 1e-13)$delta)
write(toJSON(power, auto_unbox = TRUE, digits = I(17), pretty = TRUE), "power.json")
