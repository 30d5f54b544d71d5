# Writes lung.csv and survival.json: the lung data of R's survival as `virker survival` reads them, and what R makes of
# them. Run in this folder: Rscript survival.R
suppressPackageStartupMessages({ library(survival); library(jsonlite) })
d <- na.omit(lung[c("time", "status", "sex", "age", "ph.ecog", "inst")])
d$died <- as.integer(d$status == 2); d$ecog <- d$ph.ecog
write.csv(d[c("time", "died", "sex", "age", "ecog", "inst")], "lung.csv", row.names = FALSE)
plain <- function(x) I(unname(as.vector(x)))
at <- c(100, 300, 600)
f <- survfit(Surv(time, died) ~ sex, data = d); s <- summary(f, times = at, extend = TRUE); t <- summary(f)$table
rank <- function(formula) { r <- survdiff(formula, data = d); df <- 1
  list(chisq = r$chisq, df = df, p = pchisq(r$chisq, df, lower.tail = FALSE)) }
exact <- coxph.control(eps = 1e-13, iter.max = 100, toler.chol = 1e-14)
cox <- function(m) { z <- summary(m)$coefficients
  robust <- "robust se" %in% colnames(z)
  list(estimate = plain(z[, "coef"]), se = plain(z[, "se(coef)"]), robust_se = if (robust) plain(z[, "robust se"]),
       statistic = plain(z[, "z"]), p = plain(z[, "Pr(>|z|)"]), loglik = m$loglik[2], n = m$n, events = m$nevent,
       proportional_p = plain(cox.zph(m, terms = FALSE)$table[1:2, 3])) }
result <- list(
  versions = list(r = R.version.string, survival = as.character(packageVersion("survival"))),
  curves = list(survival = plain(s$surv), se = plain(s$std.err), ci_low = plain(s$lower), ci_high = plain(s$upper),
    at_risk = plain(s$n.risk), rmst = plain(t[, "rmean"]), rmst_se = plain(t[, "se(rmean)"]), median = plain(t[, "median"])),
  logrank = rank(Surv(time, died) ~ sex), stratified = rank(Surv(time, died) ~ sex + strata(ecog)),
  cox = cox(coxph(Surv(time, died) ~ sex + age, data = d, control = exact)),
  robust = cox(coxph(Surv(time, died) ~ sex + age + strata(ecog), data = d, cluster = inst, control = exact)))
write(toJSON(result, auto_unbox = TRUE, digits = I(17), pretty = TRUE, null = "null"), "survival.json")
