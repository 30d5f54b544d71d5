# Makes survival.json: Kaplan-Meier, log-rank, Cox, Schoenfeld test and Aalen-Johansen from R's survival.
# Run in this folder: Rscript survival.R
suppressMessages({library(survival); library(jsonlite)})
plain <- function(x) I(unname(as.vector(x)))

curve <- function(time, status) {
    at <- sort(unique(c(0, unname(quantile(time, c(.1, .25, .5, .75, .9))), max(time) - 1e-3, max(time), max(time) + 1)))
    tau <- unname(quantile(time, .8))
    points <- lapply(c(Log = "log", Plain = "plain", LogLog = "log-log"), function(type) {
        # timefix off: times are tied only when they are the same number.
        f <- survfit(Surv(time, status) ~ 1, conf.type = type, timefix = FALSE)
        s <- summary(f, times = at, extend = TRUE); q <- quantile(f, c(.25, .5, .75))
        list(survival = plain(s$surv), se = plain(s$std.err), low = plain(s$lower), high = plain(s$upper),
             risk = plain(s$n.risk), quantile = plain(q$quantile), qlow = plain(q$lower), qhigh = plain(q$upper))
    })
    m <- summary(survfit(Surv(time, status) ~ 1, timefix = FALSE), rmean = tau)$table
    list(at = plain(at), intervals = points, horizon = tau, mean = m[["rmean"]], meanse = m[["se(rmean)"]])
}
rank <- function(time, status, group, strata = NULL) {
    d <- data.frame(time, status, group = as.character(group)); d$strata <- strata
    f <- survdiff(if (is.null(strata)) Surv(time, status) ~ group else Surv(time, status) ~ group + strata(strata),
                  data = d)
    total <- function(v) plain(if (is.matrix(v)) rowSums(v) else v)
    df <- sum(total(f$exp) > 0) - 1
    list(chisq = f$chisq, df = df, p = pchisq(f$chisq, df, lower.tail = FALSE), observed = total(f$obs), expected = total(f$exp))
}
cox <- function(time, status, x, start = NULL, strata = NULL, weights = NULL, cluster = NULL) {
    d <- data.frame(time, status, x); d$start <- start; d$strata <- strata; d$w <- weights
    # Without clusters every row is its own.
    d$cluster <- if (is.null(cluster)) seq_along(time) else cluster
    left <- if (is.null(start)) "Surv(time, status)" else "Surv(start, time, status)"
    right <- paste(c(names(x), if (!is.null(strata)) "strata(strata)"), collapse = " + ")
    lapply(c(Efron = "efron", Breslow = "breslow"), function(ties) {
        arguments <- list(as.formula(paste(left, "~", right)), data = quote(d), ties = ties, x = TRUE, model = TRUE,
            control = coxph.control(eps = 1e-14, iter.max = 100, timefix = FALSE))
        if (!is.null(weights)) arguments$weights <- quote(w)
        model <- eval(as.call(c(quote(coxph), c(arguments, robust = FALSE))))
        robust <- eval(as.call(c(quote(coxph), c(arguments, cluster = quote(cluster)))))
        h <- basehaz(model, centered = FALSE)
        zph <- lapply(c(KaplanMeier = "km", Identity = "identity", Rank = "rank", Log = "log"), function(tr) {
            t <- cox.zph(model, transform = tr, terms = FALSE)$table
            list(chisq = plain(t[, 1]), df = plain(t[, 2]), p = plain(t[, 3]))
        })
        list(estimate = plain(coef(model)), variance = plain(vcov(model)), robust = plain(vcov(robust)),
             loglik = plain(model$loglik), score = model$score, wald = unname(model$wald.test),
             hazardtime = plain(h$time), hazard = plain(h$hazard), hazardstrata = plain(if (is.null(strata)) character() else h$strata), zph = zph)
    })
}
ways <- function(time, cause) {
    at <- unname(quantile(time, c(.1, .3, .5, .7, .9, 1)))
    f <- survfit(Surv(time, factor(cause, 0:max(cause))) ~ 1, timefix = FALSE)
    s <- summary(f, times = at, extend = TRUE)
    list(at = plain(at), share = plain(s$pstate), se = plain(s$std.err), low = plain(s$lower), high = plain(s$upper))
}
one <- function(name, time, status, group = NULL, strata = NULL, x = NULL, start = NULL, weights = NULL, cluster = NULL, cause = NULL) {
    text <- function(v) if (is.null(v)) NULL else as.character(v)
    parts <- list(name = name, time = plain(time), status = plain(as.integer(status)), group = text(group), strata = text(strata),
        x = if (is.null(x)) NULL else as.list(x), start = start, weights = weights, cluster = text(cluster), cause = cause,
        curve = if (is.null(start)) curve(time, status), logrank = if (!is.null(group)) rank(time, status, group, text(strata)),
        cox = if (!is.null(x)) cox(time, status, x, start, text(strata), weights, text(cluster)),
        ways = if (!is.null(cause)) ways(time, cause))
    Filter(Negate(is.null), parts)
}

set.seed(20261123)
l <- na.omit(lung[c("time", "status", "age", "sex", "ph.ecog", "inst")]); v <- veteran; o <- ovarian
death <- subset(colon, etype == 2); death <- subset(death, !is.na(nodes))[1:500, ]
dead <- with(mgus2, ifelse(pstat == 1, ptime, futime)); way <- with(mgus2, ifelse(pstat == 1, 1, 2 * death))
n <- 400; x1 <- rnorm(n); x2 <- rbinom(n, 1, .4); town <- sample(letters[1:9], n, TRUE); u <- rnorm(9, sd = .5)[match(town, letters)]
exact <- rexp(n, exp(.5 * x1 - .4 * x2 + u) / 10); weeks <- ceiling(pmin(exact, 20) / 2); seen <- as.integer(exact < 20)
entry <- round(runif(n, 0, 2), 2); late <- round(entry + rexp(n, exp(.3 * x1) / 5) + .01, 2); h <- heart
data <- list(
    one("lung", l$time, l$status == 2, l$sex, l$ph.ecog, l[c("age", "sex")], cluster = l$inst),
    one("lung, every row its own", l$time, l$status == 2, l$ph.ecog, x = l[c("age", "sex")]),
    one("veteran by cell type", v$time, v$status, v$trt, v$celltype, v[c("trt", "karno", "age")]),
    one("veteran, four groups", v$time, v$status, v$celltype, x = v[c("karno", "diagtime")], weights = 1 + (1:nrow(v)) %% 3),
    one("ovarian", o$futime, o$fustat, o$rx, x = o[c("age", "rx")]),
    one("colon", death$time, death$status, death$rx, death$sex, data.frame(nodes = death$nodes, age = death$age, lev = as.integer(death$rx == "Lev+5FU"))),
    one("rats by litter", rats$time, rats$status, rats$rx, rats$sex, rats["rx"], cluster = rats$litter),
    one("heart, entering and leaving", h$stop, h$event, x = data.frame(age = h$age, year = h$year, transplant = as.integer(h$transplant == 1)), start = h$start, cluster = h$id),
    one("mgus2", dead, way > 0, mgus2$sex, cause = way),
    one("heavy ties, towns", weeks, seen, x2, x = data.frame(x1, x2), cluster = town),
    one("heavy ties, towns as strata, weights", weeks, seen, x2, town, data.frame(x1, x2), weights = round(runif(n, .2, 3), 2)),
    one("late entry", late, seen, x = data.frame(x1, x2), start = entry, strata = rep(c("a", "b"), n / 2), weights = rep(c(1, 2, .5, 1), n / 4)),
    one("three ways out in weeks", weeks, seen, cause = seen * (1 + (seq_len(n) %% 3))),
    one("aml", aml$time, aml$status, aml$x, x = data.frame(m = as.integer(aml$x == "Maintained"))),
    one("kidney", kidney$time, kidney$status, kidney$sex, kidney$disease, kidney[c("age", "sex")], cluster = kidney$id),
    one("no events", c(3, 1, 4, 1, 5), rep(0, 5)),
    one("one subject", 4, 1),
    one("one subject censored", 4, 0),
    one("all at one time", rep(7, 6), c(1, 1, 1, 1, 0, 1)),
    one("everyone, at one time", rep(7, 6), rep(1, 6)),
    one("flat at a half", c(1, 2, 3, 4), c(1, 1, 1, 1)),
    one("flat at a half to the end", c(1, 2, 3, 4), c(1, 1, 0, 0)),
    one("events on one side", c(2, 3, 5, 7, 8, 9, 10, 11), c(1, 1, 0, 1, 0, 0, 0, 0), rep(c("a", "b"), each = 4)),
    one("event and censoring tied", c(2, 2, 4, 4, 4, 6, 6), c(1, 0, 1, 0, 0, 1, 0), c("a", "b", "a", "b", "c", "c", "b"), cause = c(1, 0, 2, 0, 0, 1, 0)))
versions <- list(R = R.version.string, survival = as.character(packageVersion("survival")))
write(toJSON(list(versions = versions, data = data), digits = I(17), auto_unbox = TRUE, na = "null"), "survival.json")
