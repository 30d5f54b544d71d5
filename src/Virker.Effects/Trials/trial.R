# Finds the numbers of result.json anew from people.csv; the randomisation test has draws of its own, so that its p
# differs in the third digit. R 4 with the packages sandwich, lmtest and survival; run it in this folder:
# Rscript analyse.R
suppressPackageStartupMessages({ library(sandwich); library(lmtest); library(survival) })
d <- read.csv("people.csv")
weeks <- WEEKS
outcomes <- c(OUTCOMES)
treated <- d$arm == "treatment"
say <- function(what, ...) cat(what, formatC(c(...), digits = 15, format = "g"), sep = "\t", fill = 1e6)

# Newcombe (1998), method 10, from Wilson's intervals.
wilson <- function(x, n, z = qnorm(0.975)) {
  c(x + z^2 / 2 - z * sqrt(x * (n - x) / n + z^2 / 4), x + z^2 / 2 + z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2)
}
newcombe <- function(x1, n1, x0, n0) {
  w1 <- wilson(x1, n1); w0 <- wilson(x0, n0); p1 <- x1 / n1; p0 <- x0 / n0
  c(p1 - p0, p1 - p0 - sqrt((p1 - w1[1])^2 + (w0[2] - p0)^2), p1 - p0 + sqrt((w1[2] - p1)^2 + (p0 - w0[1])^2))
}

secondary <- c()
for (outcome in outcomes) {
  known <- !is.na(d[[outcome]])
  y <- d[[outcome]][known]
  arm <- treated[known]
  say(paste(outcome, "known, mean treatment, mean usual"), sum(arm), sum(!arm), mean(y[arm]), mean(y[!arm]))
  if (outcome %in% c("paid_hours", "progress")) {
    t <- t.test(y[arm], y[!arm])
    p <- t$p.value
    say(paste(outcome, "difference, ci, p (Welch)"), unname(diff(rev(t$estimate))), t$conf.int, p)
  } else {
    p <- suppressWarnings(prop.test(c(sum(y[arm]), sum(y[!arm])), c(sum(arm), sum(!arm)), correct = FALSE)$p.value)
    say(paste(outcome, "difference, ci, p (Newcombe)"), newcombe(sum(y[arm]), sum(arm), sum(y[!arm]), sum(!arm)), p)
  }
  if (outcome != outcomes[1]) secondary <- c(secondary, p)
  received <- d$received[known]
  uptake <- mean(received[arm]) - mean(received[!arm])
  effect <- mean(y[arm]) - mean(y[!arm])
  if (uptake != 0) {
    # Two-stage least squares is the ratio here; Anderson and Rubin's (1949) interval with HC2, where it is one.
    hc2 <- function(a, b) cov(a[arm], b[arm]) / sum(arm) + cov(a[!arm], b[!arm]) / sum(!arm)
    wide <- qt(0.975, length(y) - 2)^2
    a <- uptake^2 - wide * hc2(received, received)
    half <- effect * uptake - wide * hc2(y, received)
    root <- half^2 - a * (effect^2 - wide * hc2(y, y))
    interval <- if (a > 0 && root >= 0) (half + c(-1, 1) * sqrt(root)) / a else c(NA, NA)
    say(paste(outcome, "for those who began, ci (Anderson-Rubin)"), effect / uptake, interval)
  }
  set.seed(1)
  drawn <- replicate(10000, {
    one <- sum(sample(y, sum(arm)))
    abs(one / sum(arm) - (sum(y) - one) / sum(!arm))
  })
  say(paste(outcome, "p by the lots alone"), (1 + sum(drawn >= abs(effect) * (1 - 1e-9))) / 10001)
  # Lin (2013): only covariates that vary in both arms.
  before <- d[known, c("hours_before", "weeks_in_group", "age")]
  before <- before[, sapply(before, function(x) length(unique(x[arm])) > 1 && length(unique(x[!arm])) > 1), drop = FALSE]
  if (ncol(before) > 0 && length(y) >= 10 * (ncol(before) + 1)) {
    x <- scale(as.matrix(before), scale = FALSE)
    fit <- lm(y ~ as.numeric(arm) * x)
    lin <- coeftest(fit, vcov. = vcovHC(fit, type = "HC2"), df = fit$df.residual)[2, ]
    half <- qt(0.975, fit$df.residual) * lin[2]
    say(paste(outcome, "adjusted, ci, p (Lin, HC2)"), lin[1], lin[1] - half, lin[1] + half, lin[4])
  }
}
# An outcome nobody had was still one of those planned.
secondary[is.nan(secondary)] <- 1
if (length(secondary) > 0) say("Holm", p.adjust(secondary, "holm"))

for (name in c("hours_before", "weeks_in_group", "age")) {
  one <- d[[name]][treated]; none <- d[[name]][!treated]
  say(paste("before:", name), mean(one), mean(none), (mean(one) - mean(none)) / sqrt((var(one) + var(none)) / 2))
}
say("received", sum(d$received[treated]), sum(d$received[!treated]))

curve <- survfit(Surv(first_hour_week, had_hour) ~ arm, data = d, conf.type = "log-log")
at <- summary(curve, times = 0:weeks, extend = TRUE)
for (i in seq_along(at$time)) say(paste("first hour", at$strata[i]), at$time[i], 1 - at$surv[i], 1 - at$upper[i], 1 - at$lower[i])
if (sum(d$had_hour) > 0) {
  say("log-rank p", pchisq(survdiff(Surv(first_hour_week, had_hour) ~ arm, data = d)$chisq, 1, lower.tail = FALSE))
}
for (arm in c("usual", "treatment")) for (week in seq_len(weeks)) {
  h <- d[[paste0("hours_", week)]][d$arm == arm]
  say(paste("hours", arm, week), mean(h), qt(0.975, length(h) - 1) * sd(h) / sqrt(length(h)))
}
