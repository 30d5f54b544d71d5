# Times R on the data the bench wrote, in the same run. Argument: the folder with the data.
suppressPackageStartupMessages({ library(clubSandwich); library(sandwich); library(jsonlite) })
folder <- commandArgs(trailingOnly = TRUE)[1]
seconds <- function(code, times = 10) {
  code <- substitute(code); from <- parent.frame()
  min(replicate(times, unname(system.time(eval(code, from))["elapsed"])))
}
result <- list(r = R.version.string, clubSandwich = as.character(packageVersion("clubSandwich")),
  sandwich = as.character(packageVersion("sandwich")))

d <- as.data.frame(matrix(readBin(file.path(folder, "cr2"), "double", 4e5), ncol = 4))
names(d) <- c("y", "arm", "x", "cluster")
result$cr2 <- list(
  seconds = seconds({ f <- lm(y ~ arm + x, d); t <- coef_test(f, vcov = "CR2", cluster = d$cluster) }, 1),
  value = t["arm", "SE"])

d <- matrix(readBin(file.path(folder, "lots"), "double", 1e4), ncol = 2)
set.seed(1)
lots <- function() {
  y <- d[, 1]; arm <- d[, 2] == 1; n1 <- sum(arm); total <- sum(y); n <- length(y)
  diff <- function(s) s / n1 - (total - s) / (n - n1)
  seen <- diff(sum(y[arm]))
  drawn <- replicate(10000, diff(sum(y[sample.int(n, n1)])))
  (sum(abs(drawn) >= abs(seen)) + 1) / 10001
}
result$lots <- list(seconds = seconds(p <- lots()), value = p)

power <- function() mean(replicate(1000, t.test(rbinom(2500, 1, 0.23), rbinom(2500, 1, 0.2))$p.value <= 0.05))
result$power <- list(seconds = seconds(p <- power()), value = p)

adjusted <- function() mean(replicate(1000, {
  x <- runif(5000); arm <- rep(c(1, 0), 2500)
  y <- rbinom(5000, 1, 0.2 + 0.03 * arm + ifelse(x > 0.5, 0.05, -0.05))
  x <- x - mean(x)
  f <- lm(y ~ arm * x)
  t <- coef(f)[["arm"]] / sqrt(vcovHC(f, "HC2")["arm", "arm"])
  2 * pt(-abs(t), f$df.residual) <= 0.05
}))
result$adjusted <- list(seconds = seconds(p <- adjusted(), 1), value = p)
cat(toJSON(result, auto_unbox = TRUE, digits = I(17)))
