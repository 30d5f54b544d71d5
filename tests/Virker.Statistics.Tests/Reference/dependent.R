# Makes dependent.json: three-level models and cluster-robust tests on published data, from metafor and clubSandwich.
# Run in this folder: Rscript dependent.R
#
# rma.mv stops when its optimiser does (about 1e-6 in the variances). The reference is therefore polished: Newton's
# method on the score of the (restricted) likelihood, written with dense matrices, from rma.mv's optimum (a variance
# below 1e-7 with a negative score is set to 0); rma.mv then computes everything else with the variances held there.
suppressMessages({library(metafor); library(clubSandwich); library(jsonlite)})

polish <- function(yi, vi, cluster, start, reml) {
  k <- length(yi); X <- matrix(1, k, 1); G <- list(outer(cluster, cluster, "==") * 1, diag(k))
  score <- function(s) {
    W <- solve(diag(vi) + s[1] * G[[1]] + s[2] * G[[2]])
    P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W
    T <- if (reml) P else W; Py <- P %*% yi
    g <- sapply(G, function(g) -sum(T * g) / 2 + t(Py) %*% g %*% Py / 2)
    H <- matrix(0, 2, 2)
    for (a in 1:2) for (b in 1:2)
      H[a, b] <- t(Py) %*% G[[a]] %*% P %*% G[[b]] %*% Py - sum((T %*% G[[a]]) * t(T %*% G[[b]])) / 2
    list(g = g, H = H)
  }
  s <- start
  for (i in 1:2) { at <- score(ifelse(s < 1e-7, 0, s)); s <- ifelse(s < 1e-7 & at$g < 0, 0, s) }
  free <- s > 0
  for (i in 1:30) {
    at <- score(s)
    if (any(free)) s[free] <- s[free] + solve(at$H[free, free, drop = FALSE], at$g[free])
  }
  stopifnot(all(s >= 0), max(abs(at$g[free]), 0) < 1e-6 * max(1, max(abs(diag(at$H)))))
  s
}

one <- function(name, dat, cluster, mods = NULL) {
  dat <- as.data.frame(unclass(dat), stringsAsFactors = FALSE)
  dat <- dat[complete.cases(dat[, c("yi", "vi", mods)]), ]
  dat <- data.frame(yi = as.numeric(dat$yi), vi = as.numeric(dat$vi), cl = as.character(dat[[cluster]]),
                    dat[, mods, drop = FALSE], stringsAsFactors = FALSE)
  dat$id <- seq_len(nrow(dat))
  fit <- function(method, test, level) {
    m <- suppressWarnings(rma.mv(yi, vi, random = ~ 1 | cl/id, data = dat, method = method, test = test, level = level))
    s <- polish(dat$yi, dat$vi, dat$cl, m$sigma2, method == "REML")
    m <- suppressWarnings(rma.mv(yi, vi, random = ~ 1 | cl/id, data = dat, method = method, test = test, level = level,
                                 sigma2 = s))
    p <- predict(m)
    list(model = m, out = list(method = method, test = test, level = level, between = s[1], within = s[2],
      estimate = c(m$beta), se = m$se, statistic = m$zval, p = m$pval, ci = c(m$ci.lb, m$ci.ub), pi = c(p$pi.lb, p$pi.ub),
      logLik = c(logLik(m)), q = m$QE, qp = m$QEp))
  }
  fits <- list(fit("REML", "z", 95), fit("REML", "t", 90), fit("ML", "z", 95))
  robust <- function(m, cl) {
    t <- coef_test(m, vcov = vcovCR(m, cluster = cl, type = "CR2"), test = "Satterthwaite")
    half <- qt(.975, t$df_Satt) * t$SE
    list(estimate = I(t$beta), se = I(t$SE), statistic = I(t$tstat), df = I(t$df_Satt), p = I(t$p_Satt),
         low = I(t$beta - half), high = I(t$beta + half))
  }
  tight <- list(threshold = 1e-14, maxiter = 10000)
  re <- rma(yi, vi, data = dat, control = tight)
  out <- list(name = name, yi = dat$yi, vi = dat$vi, cluster = dat$cl, fits = lapply(fits, `[[`, "out"),
    robust = robust(re, dat$cl), robustThreeLevel = robust(fits[[1]]$model, dat$cl))
  if (!is.null(mods)) {
    out$mods <- as.list(dat[mods])
    out$robustRegression <- robust(rma(yi, vi, mods = as.matrix(dat[mods]), data = dat, control = tight), dat$cl)
  }
  out
}

kon <- dat.konstantopoulos2011
assink <- dat.assink2016
knapp <- dat.knapp2017
raudenbush <- dat.raudenbush1985; raudenbush$wk <- as.character(raudenbush$weeks)
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
normand <- escalc(measure = "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i,
                  data = dat.normand1999)
normand$half <- normand$study %% 3
bangert <- dat.bangertdrowns2004; bangert$meta <- ifelse(is.na(bangert$meta), 0, bangert$meta)
hackshaw <- dat.hackshaw1998

data <- list(
  one("konstantopoulos2011", kon, "district", "year"),
  one("assink2016", assink, "study", "year"),
  one("knapp2017", knapp, "study"),
  one("bcg by allocation", bcg, "alloc", c("ablat", "year")),
  one("raudenbush1985 by weeks", raudenbush, "wk", "weeks"),
  one("normand1999 in three", normand, "half"),
  one("hackshaw1998 by country", hackshaw, "country"),
  one("bangertdrowns2004 by grade", bangert, "grade", "length"),
  one("equal effects", data.frame(yi = rep(.3, 6), vi = c(.1, .2, .1, .3, .2, .1), cl = c(1, 1, 2, 2, 3, 3)), "cl"),
  one("one in a cluster of its own", data.frame(yi = c(.1, .5, -.2, .9, 1.4), vi = c(.01, .02, .03, .02, .01),
                                                cl = c(1, 1, 2, 2, 3)), "cl"))
out <- list(versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
  clubSandwich = as.character(packageVersion("clubSandwich")), metadat = as.character(packageVersion("metadat"))),
  data = data)
write(toJSON(out, digits = I(17), auto_unbox = TRUE, pretty = FALSE, na = "null"), "dependent.json")
