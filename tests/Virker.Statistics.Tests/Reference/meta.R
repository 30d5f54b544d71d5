# Writes meta.json: what metafor says about published data sets, for MetaAnalysis and EffectSizes tests.
# Run in this folder with: Rscript meta.R
# metafor stops its iterations at 1e-5 and looks for bounds of tau2 below 100 with a tolerance of 1.2e-4. Here both are
# tightened to rounding, so that the numbers are its equations' solutions and not where it happened to stop.
suppressMessages(library(metafor))
options(warn = -1)

number <- function(x) {
  if (is.null(x) || length(x) == 0 || is.na(x)) '"NaN"'
  else if (is.infinite(x)) if (x > 0) '"Infinity"' else '"-Infinity"'
  else sprintf("%.17g", x)
}
json <- function(x) {
  if (is.null(x)) '"NaN"'
  else if (is.list(x)) {
    inner <- vapply(x, json, "")
    if (is.null(names(x))) paste0("[", paste(inner, collapse = ",\n"), "]")
    else paste0("{", paste0('"', names(x), '":', inner, collapse = ","), "}")
  }
  else if (is.matrix(x)) paste0("[", paste(apply(x, 1, function(r) json(vec(r))), collapse = ","), "]")
  else if (inherits(x, "vec")) paste0("[", paste(vapply(unclass(x), one, ""), collapse = ","), "]")
  else one(x)
}
one <- function(x) if (is.character(x)) paste0('"', gsub('"', '\\\\"', x), '"') else number(x)
vec <- function(x) structure(unname(as.vector(x)), class = "vec")

methods <- c("REML", "DL", "PM", "ML", "EB", "SJ", "HE", "HS", "FE")

# The tightest threshold at which Fisher scoring still comes to rest on this scale; half steps where whole ones circle.
fit <- function(yi, vi, method, test, level = 95, mods = NULL) {
  scale <- max(vi, if (length(yi) > 1) var(yi) else 0)
  args <- list(yi = yi, vi = vi, method = method, test = test, level = level)
  if (!is.null(mods)) args$mods <- mods
  for (half in c(FALSE, TRUE)) for (threshold in scale * 10^(-16:-9)) {
    args$control <- if (method == "PM") list(tol = 1e-16, maxiter = 1e4, tau2.max = 1e4 * scale)
                    else list(threshold = threshold, maxiter = 2000, stepadj = if (half) 0.5 else 1)
    result <- try(do.call(rma, args), silent = TRUE)
    # R2 is missing when the fit without moderators did not come to rest.
    if (!inherits(result, "try-error") && !anyNA(result$R2)) return(result)
  }
  stop(result)
}

# confint() does not centre the effects as rma() does, and so loses digits on effects far from zero: done for it here.
profile <- function(x) {
  x$yi <- x$yi - mean(x$yi)
  bounds <- try(confint(x, control = list(tol = 1e-16, maxiter = 1e4, tau2.min = 0,
    tau2.max = 1e6 * max(x$vi, x$tau2, var(x$yi)))), silent = TRUE)
  if (inherits(bounds, "try-error")) c(NA, NA, NA, NA)
  else c(bounds$random["tau^2", 2:3], bounds$random["I^2(%)", 2:3])
}

pool <- function(yi, vi, method, test, level = 95) {
  x <- fit(yi, vi, method, test, level)
  p <- predict(x)
  b <- profile(x)
  restricted <- method == "REML"
  list(method = method, test = test, level = level / 100, estimate = c(x$beta), standardError = x$se, statistic = x$zval,
    p = x$pval, ciLow = x$ci.lb, ciHigh = x$ci.ub, piLow = p$pi.lb, piHigh = p$pi.ub, df = x$ddf, tau2 = x$tau2,
    tau2StandardError = x$se.tau2, tau2Low = b[[1]], tau2High = b[[2]], i2 = x$I2, i2Low = b[[3]], i2High = b[[4]],
    h2 = x$H2, q = x$QE, qDf = x$k - 1, qP = x$QEp, logLikelihood = x$fit.stats["ll", "ML"],
    restrictedLogLikelihood = x$fit.stats["ll", "REML"],
    aic = x$fit.stats["AIC", if (restricted) "REML" else "ML"], bic = x$fit.stats["BIC", if (restricted) "REML" else "ML"],
    weights = vec(weights(x)))
}

fits <- function(yi, vi, level = 95) {
  out <- list()
  for (method in methods) for (test in c("z", "knha"))
    out[[length(out) + 1]] <- pool(yi, vi, method, test, level)
  out
}

tables <- list(
  bcg = with(dat.bcg, cbind(tpos, tpos + tneg, cpos, cpos + cneg)),
  nielweise2007 = with(dat.nielweise2007, cbind(ai, n1i, ci, n2i)),
  collins1985a = with(subset(dat.collins1985a, !is.na(d.xti) & !is.na(d.xci)), cbind(d.xti, nti, d.xci, nci)),
  collins1985b = with(dat.collins1985b, cbind(pre.xti, pre.nti, pre.xci, pre.nci)),
  yusuf1985 = with(subset(dat.yusuf1985, table == "6" & !is.na(ai)), cbind(ai, n1i, ci, n2i)),
  linde2005 = with(subset(dat.linde2005, !is.na(ai)), cbind(ai, n1i, ci, n2i)),
  li2007 = with(dat.li2007, cbind(ai, n1i, ci, n2i)),
  hine1989 = with(dat.hine1989, cbind(ai, n1i, ci, n2i)),
  hahn2001 = with(dat.hahn2001, cbind(ai, n1i, ci, n2i)),
  lau1992 = with(dat.lau1992, cbind(ai, n1i, ci, n2i)),
  lee2004 = with(dat.lee2004, cbind(ai, n1i, ci, n2i)),
  axfors2021 = with(dat.axfors2021, cbind(hcq_arm_event, hcq_arm_total, control_arm_event, control_arm_total)),
  damico2009 = with(dat.damico2009, cbind(xt, nt, xc, nc)))
measures <- list(bcg = c("RR", "OR", "RD"), nielweise2007 = c("RR", "OR", "RD"), collins1985a = c("OR", "RR"),
  collins1985b = c("OR", "RR"), yusuf1985 = c("OR", "RD"), linde2005 = "RR", li2007 = c("OR", "RD"),
  hine1989 = c("RD", "OR"), hahn2001 = c("RR", "RD"), lau1992 = "OR", lee2004 = c("RR", "RD"), axfors2021 = c("OR", "RR"),
  damico2009 = c("OR", "RD"))

means <- list(
  normand1999 = with(dat.normand1999, cbind(m1i, sd1i, n1i, m2i, sd2i, n2i)),
  gibson2002 = with(subset(dat.gibson2002, !is.na(m1i) & !is.na(sd1i) & !is.na(m2i) & !is.na(sd2i)),
    cbind(m1i, sd1i, n1i, m2i, sd2i, n2i)),
  dagostino1998 = with(subset(dat.dagostino1998, outcome == "rnic1"), cbind(mt, sdt, tnt, mc, sdc, tnc)),
  curtis1998 = with(head(dat.curtis1998, 40), cbind(m1i, sd1i, n1i, m2i, sd2i, n2i)))

effect <- function(t, measure, to = "only0", add = 1 / 2)
  if (ncol(t) == 4) escalc(measure, ai = t[, 1], n1i = t[, 2], ci = t[, 3], n2i = t[, 4], to = to, add = add) else
    escalc(measure, m1i = t[, 1], sd1i = t[, 2], n1i = t[, 3], m2i = t[, 4], sd2i = t[, 5], n2i = t[, 6])

pooled <- list()
add <- function(name, measure, yi, vi, rows = matrix(0, 0, 0), level = 95) {
  keep <- !is.na(yi) & !is.na(vi)
  yi <- as.vector(yi)[keep]; vi <- as.vector(vi)[keep]
  pooled[[length(pooled) + 1]] <<- list(name = name, measure = measure, rows = if (nrow(rows)) rows[keep, , drop = FALSE] else vec(c()),
    estimates = vec(yi), variances = vec(vi), fits = fits(yi, vi, level))
}
for (name in names(tables)) for (measure in measures[[name]]) {
  e <- effect(tables[[name]], measure)
  add(name, measure, e$yi, e$vi, tables[[name]])
}
for (name in names(means)) for (measure in c("MD", "SMD")) {
  e <- effect(means[[name]], measure)
  add(name, measure, e$yi, e$vi, means[[name]])
}
generic <- function(name, d, level = 95) add(name, "GEN", d$yi, d$vi, level = level)
generic("hackshaw1998", dat.hackshaw1998)
generic("hart1999", escalc("IRR", x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = dat.hart1999))
generic("molloy2014", escalc("ZCOR", ri = ri, ni = ni, data = dat.molloy2014))
generic("mcdaniel1994", head(escalc("ZCOR", ri = ri, ni = ni, data = dat.mcdaniel1994), 80))
generic("raudenbush1985", dat.raudenbush1985)
generic("bangertdrowns2004", dat.bangertdrowns2004)
generic("konstantopoulos2011", dat.konstantopoulos2011)
generic("raudenbush1985 at level 90", dat.raudenbush1985, 90)
generic("raudenbush1985 at level 99.9", dat.raudenbush1985, 99.9)
generic("one study", list(yi = 0.3, vi = 0.1))
generic("two alike studies", list(yi = c(0.1, 0.3), vi = c(0.2, 0.1)))
generic("two unlike studies", list(yi = c(-1.5, 2.25), vi = c(0.02, 0.3)))
generic("equal effects", list(yi = rep(0.25, 5), vi = c(0.1, 0.2, 0.05, 0.4, 0.3)))
generic("where whole steps circle", list(yi = c(0, 0, 0, 0, 0, 0, -2, 1, 0), vi = c(2, 0.118, 2, 2, 2, 2, 0.125, 2, 2)))
generic("huge tau2", list(yi = c(-3000, 1500, 200, 4000, -1000, 2500), vi = c(1, 2, 0.5, 4, 0.1, 9)))
generic("tiny variances", list(yi = c(1.0003, 1.0001, 0.9998, 1.0007), vi = c(1e-8, 2e-8, 1.5e-8, 3e-8)))
generic("far from zero", list(yi = 1e5 + c(0.3, 0.1, -0.8, 0.7, 1.9), vi = c(0.1, 0.2, 0.15, 0.3, 0.25)))

corrections <- list()
for (name in c("nielweise2007", "hahn2001", "bcg")) for (measure in c("RR", "OR", "RD")) for (to in c("all", "if0all", "only0"))
  for (amount in c(0.5, 0.25)) {
    e <- effect(tables[[name]], measure, to, amount)
    corrections[[length(corrections) + 1]] <- list(name = name, measure = measure, rule = to, add = amount,
      rows = tables[[name]], estimates = vec(e$yi), variances = vec(e$vi))
  }

sparse <- list()
for (name in names(tables)) for (measure in c("RR", "OR", "RD", "PETO")) for (level in c(95, 80)) {
  t <- tables[[name]]
  x <- if (measure == "PETO") rma.peto(ai = t[, 1], n1i = t[, 2], ci = t[, 3], n2i = t[, 4], level = level)
       else rma.mh(ai = t[, 1], n1i = t[, 2], ci = t[, 3], n2i = t[, 4], measure = measure, level = level)
  sparse[[length(sparse) + 1]] <- list(name = name, measure = measure, level = level / 100, rows = t,
    estimate = c(x$beta), standardError = x$se, statistic = x$zval, p = x$pval, ciLow = x$ci.lb, ciHigh = x$ci.ub,
    q = x$QE, qDf = x$k.yi - 1, qP = x$QEp, i2 = x$I2, h2 = x$H2)
}

regressions <- list()
regress <- function(name, d, mods) {
  keep <- complete.cases(d$yi, d$vi, mods)
  mods <- as.matrix(mods)[keep, , drop = FALSE]
  yi <- as.vector(d$yi)[keep]; vi <- as.vector(d$vi)[keep]
  new <- colMeans(mods) + 0.5
  out <- list()
  for (method in methods) for (test in c("z", "knha")) {
    x <- fit(yi, vi, method, test, mods = mods)
    b <- profile(x); at <- predict(x); far <- predict(x, newmods = new)
    prediction <- function(p) cbind(p$pred, p$se, p$ci.lb, p$ci.ub,
      if (is.null(p$pi.lb)) NA else p$pi.lb, if (is.null(p$pi.ub)) NA else p$pi.ub)
    out[[length(out) + 1]] <- list(method = method, test = test,
      coefficients = cbind(x$beta, x$se, x$zval, x$pval, x$ci.lb, x$ci.ub), covariance = unname(x$vb), df = x$ddf,
      tau2 = x$tau2, tau2StandardError = x$se.tau2, tau2Low = b[[1]], tau2High = b[[2]], i2 = x$I2, h2 = x$H2,
      qe = x$QE, qeDf = x$k - x$p, qep = x$QEp, qm = x$QM, qmDf = x$QMdf[1], qmDf2 = x$QMdf[2], qmp = x$QMp, r2 = x$R2,
      logLikelihood = x$fit.stats["ll", "ML"], restrictedLogLikelihood = x$fit.stats["ll", "REML"],
      fitted = prediction(at), predicted = prediction(far))
  }
  regressions[[length(regressions) + 1]] <<- list(name = name, moderators = vec(colnames(mods)), design = mods,
    at = vec(new), estimates = vec(yi), variances = vec(vi), fits = out)
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
regress("bcg by latitude", bcg, cbind(ablat = bcg$ablat))
# Years count from 1900: on raw years metafor itself loses the digits that are compared here.
regress("bcg by latitude, year and allocation", bcg, cbind(ablat = bcg$ablat, year = bcg$year - 1900,
  random = 1 * (bcg$alloc == "random"), systematic = 1 * (bcg$alloc == "systematic")))
regress("raudenbush1985 by weeks", dat.raudenbush1985, cbind(weeks = dat.raudenbush1985$weeks))
regress("bangertdrowns2004 by length, wic, feedback and year", dat.bangertdrowns2004,
  with(dat.bangertdrowns2004, cbind(length = length, wic = wic, feedback = feedback, year = year - 1900)))
molloy <- escalc("ZCOR", ri = ri, ni = ni, data = dat.molloy2014)
regress("molloy2014 by quality and age", molloy, cbind(quality = molloy$quality, age = molloy$meanage))
regress("hackshaw1998 by year", dat.hackshaw1998, cbind(year = dat.hackshaw1998$year - 1900))

subgroups <- list()
split_by <- function(name, d, group) {
  group <- as.character(group)
  for (method in c("REML", "DL", "FE")) for (test in c("z", "knha")) {
    each <- lapply(unique(group), function(g) fit(d$yi[group == g], d$vi[group == g], method, test))
    b <- sapply(each, function(x) c(x$beta)); s <- sapply(each, function(x) x$se)
    between <- rma(b, s^2, mods = ~ factor(seq_along(b)), method = "FE")
    subgroups[[length(subgroups) + 1]] <<- list(name = name, method = method, test = test, groups = vec(group),
      estimates = vec(d$yi), variances = vec(d$vi), means = vec(b), standardErrors = vec(s),
      tau2 = vec(sapply(each, function(x) x$tau2)), q = between$QM, qDf = between$QMdf[1], qP = between$QMp)
  }
}
split_by("bcg by allocation", bcg, bcg$alloc)
split_by("raudenbush1985 by setting", dat.raudenbush1985, dat.raudenbush1985$setting)
split_by("bangertdrowns2004 by grade", dat.bangertdrowns2004, dat.bangertdrowns2004$grade)

write <- function(file, content) {
  versions <- list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
    metadat = as.character(packageVersion("metadat")))
  writeLines(json(c(versions, content)), file, useBytes = TRUE)
}
write("meta.json", list(pooled = pooled))
write("meta-regression.json", list(regressions = regressions))
write("meta-tables.json", list(corrections = corrections, sparse = sparse, subgroups = subgroups))
