# Writes bcg.csv and bcg.json: the BCG vaccine trials (Colditz 1994, metadat::dat.bcg) as `virker pool` reads them, and
# what metafor makes of them. Run in this folder: Rscript bcg.R
suppressPackageStartupMessages({ library(metafor); library(jsonlite) })
d <- metadat::dat.bcg
csv <- data.frame(
  study = paste(d$author, d$year), events_treated = d$tpos, n_treated = d$tpos + d$tneg,
  events_control = d$cpos, n_control = d$cpos + d$cneg, ablat = d$ablat, year = d$year, alloc = d$alloc
)
write.csv(csv, "bcg.csv", row.names = FALSE, quote = TRUE)
exact <- list(threshold = 1e-14, maxiter = 10000)
field <- function(measure, test, method = "REML") {
  r <- rma(ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d, measure = measure, method = method, test = test, control = exact)
  p <- predict(r)
  t <- confint(r, control = list(tau2.max = 1e4, tol = 1e-14, maxiter = 10000))$random
  list(
    k = r$k, estimate = c(r$b), se = r$se, statistic = r$zval, p = r$pval, ci_low = r$ci.lb, ci_high = r$ci.ub,
    pi_low = p$pi.lb, pi_high = p$pi.ub, tau2 = r$tau2, tau2_low = t[1, 2], tau2_high = t[1, 3],
    i2 = r$I2, h2 = r$H2, q = r$QE, q_df = r$k - 1, q_p = r$QEp
  )
}
m <- rma(ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d, measure = "RR", mods = ~ ablat + I(year), control = exact)
result <- list(
  versions = list(r = R.version.string, metafor = as.character(packageVersion("metafor"))),
  rr_z = field("RR", "z"), rr_knha = field("RR", "knha"), or_z = field("OR", "z"), rd_knha = field("RD", "knha"),
  moderators = list(
    estimate = c(m$b), se = m$se, p = m$pval, qm = m$QM, qm_df = m$QMdf[1], qm_p = m$QMp, r2 = m$R2, tau2 = m$tau2
  )
)
write(toJSON(result, auto_unbox = TRUE, digits = I(17), pretty = TRUE), "bcg.json")
