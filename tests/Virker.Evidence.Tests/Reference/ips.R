# Pools the shipped IPS trials with metafor, right and with the mistake of a published review, and writes ips.json.
# Run in this folder: Rscript ips.R
suppressPackageStartupMessages({ library(metafor); library(jsonlite) })
f <- read.csv("../../../data/evidence/findings.csv", stringsAsFactors = FALSE)
s <- read.csv("../../../data/evidence/studies.csv", stringsAsFactors = FALSE)
d <- f[grepl("X.IPS", f$interventions) & f$pool == "main", ]
d$year <- s$year[match(d$study_id, s$study_id)]
exact <- list(threshold = 1e-13, maxiter = 10000)
fit <- function(d, test = "z") {
  r <- rma(measure = "RR", ai = events_treated, n1i = n_treated, ci = events_control, n2i = n_control, data = d, test = test, control = exact)
  p <- predict(r)
  list(k = r$k, rr = exp(c(r$b)), ci_low = exp(r$ci.lb), ci_high = exp(r$ci.ub), i2 = r$I2, pi_low = exp(p$pi.lb), pi_high = exp(p$pi.ub))
}
# The mistake: arm totals given as the people without a job.
wrong <- rma(measure = "RR", ai = events_treated, bi = n_treated, ci = events_control, di = n_control, data = d, control = exact)
result <- list(
  versions = list(r = R.version.string, metafor = as.character(packageVersion("metafor"))),
  all = fit(d), all_knha = fit(d, "knha"), smi_to_2016 = fit(d[grepl("X.SMI", d$target_groups) & d$year <= 2016, ]),
  misspecified = list(rr = exp(c(wrong$b)))
)
write(toJSON(result, auto_unbox = TRUE, digits = I(15), pretty = TRUE), "ips.json")
