# Times metafor on the data the bench wrote, in the same run. Arguments: the folder with the data, and "large" for the
# fit of 10,000 studies alone (metafor's algebra is dense, k x k: the bench ends it after five minutes).
suppressPackageStartupMessages({ library(metafor); library(jsonlite) })
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(k) read.csv(file.path(folder, sprintf("k%d.csv", k)))
seconds <- function(code) unname(system.time(force(code))["elapsed"])
# Timed as metafor comes; the digits are compared with a fit that goes on until it stands still.
control <- list(threshold = 1e-10, maxiter = 1000)

if ("large" %in% commandArgs(trailingOnly = TRUE)) {
  data <- read(10000)
  time <- seconds(fit <- rma(yi, vi, data = data, method = "REML", control = control))
  cat(toJSON(list(seconds = time, estimate = c(fit$b), se = fit$se, tau2 = fit$tau2), auto_unbox = TRUE, digits = I(17)))
  quit(save = "no")
}

result <- list(r = R.version.string, metafor = as.character(packageVersion("metafor")))

for (k in c(30, 1000)) {
  data <- read(k)
  fit <- rma(yi, vi, data = data, method = "REML", control = control)
  n <- if (k == 30) 200 else 3
  times <- replicate(n, seconds(rma(yi, vi, data = data, method = "REML")))
  result[[sprintf("reml%d", k)]] <- list(seconds = median(times), estimate = c(fit$b), se = fit$se, tau2 = fit$tau2)
}

# influence() refits the model once per study: timed whole at k = 30, and from 3 deletions at k = 1,000.
data <- read(30)
fit <- rma(yi, vi, data = data, method = "REML")
time <- seconds(inf <- influence(fit))
result$influence30 <- list(seconds = time, cook = inf$inf$cook.d[1:5])
data <- read(1000)
time <- seconds(for (i in 1:3) rma(yi, vi, data = data[-i, ], method = "REML"))
result$influence1000 <- list(seconds = time / 3 * 1000)

data <- read(300000)
stuck <- 0
time <- seconds(for (i in seq_len(1000)) {
  rows <- data[((i - 1) * 30 + 1):(i * 30), ]
  tryCatch(rma(yi, vi, data = rows, method = "REML"), error = function(e) stuck <<- stuck + 1)
})
result$many <- list(seconds = time * 10, stuck = stuck)
cat(toJSON(result, auto_unbox = TRUE, digits = I(17)))
