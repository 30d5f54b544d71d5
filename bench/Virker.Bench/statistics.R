# Times metafor on the data the bench wrote, in the same run. Arguments: the folder with the data.
suppressPackageStartupMessages({ library(metafor); library(jsonlite) })
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(k) read.csv(file.path(folder, sprintf("k%d.csv", k)))
seconds <- function(code) unname(system.time(force(code))["elapsed"])
median_of <- function(n, code) median(replicate(n, seconds(eval.parent(code))))
control <- list(threshold = 1e-12, maxiter = 1000)

result <- list(r = R.version.string, metafor = as.character(packageVersion("metafor")))

for (k in c(30, 1000)) {
  data <- read(k)
  fit <- rma(yi, vi, data = data, method = "REML", control = control)
  n <- if (k == 30) 200 else 3
  times <- replicate(n, seconds(rma(yi, vi, data = data, method = "REML", control = control)))
  result[[sprintf("reml%d", k)]] <- list(seconds = median(times), estimate = c(fit$b), se = fit$se, tau2 = fit$tau2)
}

# metafor's algebra is dense (k x k): at 10,000 studies it is given five minutes.
data <- read(10000)
setTimeLimit(elapsed = 300)
result$reml10000 <- tryCatch({
  time <- seconds(fit <- rma(yi, vi, data = data, method = "REML", control = control))
  list(seconds = time, estimate = c(fit$b), se = fit$se, tau2 = fit$tau2)
}, error = function(e) list(seconds = NA, estimate = NA, se = NA, tau2 = NA))
setTimeLimit(elapsed = Inf)

# influence() refits the model once per study: timed whole at k = 30, and from 3 deletions at k = 1,000.
data <- read(30)
fit <- rma(yi, vi, data = data, method = "REML", control = control)
time <- seconds(inf <- influence(fit))
result$influence30 <- list(seconds = time, cook = inf$inf$cook.d[1:5])
data <- read(1000)
time <- seconds(for (i in 1:3) rma(yi, vi, data = data[-i, ], method = "REML", control = control))
result$influence1000 <- list(seconds = time / 3 * 1000)

data <- read(300000)
time <- seconds(for (i in seq_len(1000)) {
  rows <- data[((i - 1) * 30 + 1):(i * 30), ]
  rma(yi, vi, data = rows, method = "REML", control = control)
})
result$many <- list(seconds = time * 10)
cat(toJSON(result, auto_unbox = TRUE, digits = 17, na = "null"))
