# Times survival on the data the bench wrote, in the same run. Argument: the folder with the data.
suppressPackageStartupMessages({ library(survival); library(jsonlite) })
folder <- commandArgs(trailingOnly = TRUE)[1]
# The fastest of ten, as for Virker.
seconds <- function(code, times = 10) {
  code <- substitute(code); from <- parent.frame()
  min(replicate(times, unname(system.time(eval(code, from))["elapsed"])))
}
result <- list(r = R.version.string, survival = as.character(packageVersion("survival")))
for (name in c("days", "weeks")) {
  d <- as.data.frame(matrix(readBin(file.path(folder, name), "double", 5e6), ncol = 5, byrow = TRUE))
  names(d) <- c("time", "event", "a", "b", "c")
  y <- Surv(d$time, d$event); x <- as.matrix(d[3:5])
  result[[paste0("km_", name)]] <- list(
    formula = seconds(f <- survfit(Surv(time, event) ~ 1, data = d)),
    compiled = seconds(survival:::survfitKM(factor(rep(1L, nrow(d))), y)),
    value = tail(f$surv, 1))
  result[[paste0("cox_", name)]] <- list(
    formula = seconds(f <- coxph(Surv(time, event) ~ a + b + c, data = d)),
    compiled = seconds(coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL)),
    value = unname(coef(f)))
}
cat(toJSON(result, auto_unbox = TRUE, digits = I(17)))
