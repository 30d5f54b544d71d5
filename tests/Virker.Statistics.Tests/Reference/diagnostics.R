# Makes diagnostics.json: influence, leave-one-out, cumulative, regression and rank tests, trim and fill, from metafor.
# Run in this folder: Rscript diagnostics.R
# metafor's own thresholds stop tau2 at about 1e-5; control$threshold and control$tol make it exact.
suppressMessages({library(metafor); library(jsonlite)})
tight <- list(threshold = 1e-13, maxiter = 100000, tol = 1e-13)
methods <- c("REML", "DL", "PM", "ML", "EB", "SJ", "HE", "HS", "FE")
col <- function(x) I(as.numeric(x))
quiet <- suppressWarnings

steps <- function(yi, vi, sets, method, test) {
  fits <- lapply(sets, function(s) {
    m <- quiet(rma(yi[s], vi[s], method = method, test = test, control = tight)); p <- predict(m)
    c(m$beta, m$se, m$pval, m$ci.lb, m$ci.ub, m$tau2, m$I2, m$QE, m$QEp)
  })
  m <- do.call(rbind, fits)
  setNames(lapply(1:9, function(j) col(m[, j])), c("estimate", "se", "p", "low", "high", "tau2", "i2", "q", "qp"))
}

model <- function(yi, vi, method, test) {
  k <- length(yi)
  m <- quiet(rma(yi, vi, method = method, test = test, control = tight))
  i <- quiet(influence(m))
  out <- list(method = method, test = test, influence = list(rstudent = col(i$inf$rstudent), dffits = col(i$inf$dffits),
    cook = col(i$inf$cook.d), covr = col(i$inf$cov.r), tau2 = col(i$inf$tau2.del), q = col(i$inf$QE.del),
    hat = col(i$inf$hat), weight = col(i$inf$weight), dfbs = col(i$dfbs$intrcpt), flag = I(as.logical(i$is.infl))))
  if (method %in% c("REML", "DL", "FE")) {
    out$leave <- steps(yi, vi, lapply(1:k, function(i) -i), method, test)
    out$cumul <- steps(yi, vi, lapply(1:k, seq_len), method, test)
  }
  if (k > 2 && length(unique(vi)) > 1) {
    e <- quiet(regtest(m))
    out$egger <- list(slope = c(e$fit$beta)[2], se = e$fit$se[2], statistic = e$zval, p = e$pval, limit = unname(e$est),
                      low = e$ci.lb, high = e$ci.ub)
    # a side is given in the tests of R0 and Q0 too; trimfill does not pass the test on, so that only z is compared
    if (test == "z") out$fill <- lapply(c("L0", "R0", "Q0"), function(est) lapply(c("auto", "left", "right"), function(s) {
      a <- list(m, estimator = est, control = tight); if (s != "auto") a$side <- s
      t <- try(quiet(do.call(trimfill, a)), silent = TRUE)
      if (inherits(t, "try-error")) return(NULL)
      list(estimator = est, asked = s, side = t$side, k0 = t$k0, se = t$se.k0, p = t$p.k0,
           yi = col(t$yi[t$fill]), vi = col(t$vi[t$fill]), estimate = c(t$beta), sefit = t$se, tau2 = t$tau2)
    }))
    if (test == "z") out$fill <- Filter(Negate(is.null), unlist(out$fill, recursive = FALSE))
  }
  out
}

one <- function(name, yi, vi, methods. = methods) {
  yi <- as.numeric(yi); vi <- as.numeric(vi)
  r <- quiet(ranktest(yi, vi))
  out <- list(name = name, yi = col(yi), vi = col(vi), rank = list(tau = unname(c(r$tau)), p = c(r$pval)),
    models = unlist(lapply(methods., function(m) lapply(c("z", "knha"), function(t) model(yi, vi, m, t))), FALSE))
  if (length(yi) > 2 && length(unique(vi)) > 1) {
    e <- regtest(yi, vi, model = "lm"); s <- coef(summary(e$fit))
    out$classical <- list(slope = s[2, 1], se = s[2, 2], statistic = e$zval, df = e$dfs, p = e$pval,
                          limit = unname(e$est), low = unname(e$ci.lb), high = unname(e$ci.ub))
  }
  out
}

bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
normand <- escalc(measure = "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i,
                  data = dat.normand1999)
li <- escalc(measure = "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.li2007)
set.seed(42); v <- round(rchisq(120, 3) / 30 + .01, 4); many <- round(rnorm(120, .2, sqrt(.05 + v)), 4)

data <- list(
  one("bcg", bcg$yi, bcg$vi),
  one("normand1999", normand$yi, normand$vi),
  one("hackshaw1998", dat.hackshaw1998$yi, dat.hackshaw1998$vi),
  one("li2007", li$yi, li$vi),
  one("raudenbush1985", dat.raudenbush1985$yi, dat.raudenbush1985$vi),
  one("konstantopoulos2011", dat.konstantopoulos2011$yi, dat.konstantopoulos2011$vi, c("REML", "ML", "DL")),
  one("120 made up", many, v, c("REML", "ML")),
  one("two studies", c(.1, .7), c(.02, .05)),
  one("three studies", c(.1, .7, .3), c(.02, .05, .04), c("REML", "DL", "FE")),
  one("no heterogeneity", c(.21, .19, .2, .22, .18, .2), c(.1, .2, .15, .3, .12, .4)),
  one("ties", c(.1, .1, .4, .4, .9, -.2), c(.1, .1, .2, .2, .3, .3), c("REML", "DL")))
out <- list(versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
  metadat = as.character(packageVersion("metadat"))), data = data)
write(toJSON(out, digits = I(17), auto_unbox = TRUE, na = "null"), "diagnostics.json")
