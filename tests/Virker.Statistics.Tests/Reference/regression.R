# Makes regression.json: linear, logistic and two-stage least squares with robust standard errors, from sandwich,
# clubSandwich, lmtest and AER. Run in this folder: Rscript regression.R
suppressMessages({library(sandwich); library(clubSandwich); library(lmtest); library(AER); library(jsonlite)})

tests <- function(model, cluster, hcs) {
    satt <- function(type) {
        t <- coef_test(model, vcov = vcovCR(model, cluster = cluster, type = type), test = "Satterthwaite")
        half <- qt(.975, t$df_Satt) * t$SE
        list(type = type, se = I(t$SE), df = I(t$df_Satt), p = I(t$p_Satt), low = I(t$beta - half), high = I(t$beta + half))
    }
    hc <- function(type) {
        # sandwich calls the classical covariance "const".
        v <- if (type == "Constant") vcov(model) else if (inherits(model, "ivreg") && type == "HC2")
            as.matrix(vcovCR(model, cluster = seq_len(nobs(model)), type = "CR2")) else vcovHC(model, type = type)
        t <- coeftest(model, vcov. = v); ci <- coefci(model, vcov. = v)
        list(type = type, se = I(unname(t[, 2])), p = I(unname(t[, 4])), low = I(unname(ci[, 1])), high = I(unname(ci[, 2])),
             covariance = I(as.vector(unname(v))))
    }
    list(estimate = I(unname(coef(model))), hc = lapply(hcs, hc), cr = lapply(c("CR0", "CR1", "CR2"), satt),
         cr2 = I(as.vector(unname(as.matrix(vcovCR(model, cluster = cluster, type = "CR2"))))))
}
all <- c("Constant", "HC0", "HC1", "HC2", "HC3")

linear <- function(name, y, x, cluster, hcs = all) {
    m <- lm(y ~ ., data = data.frame(y = y, x))
    c(list(name = name, kind = "linear", y = y, x = as.list(x), cluster = as.character(cluster),
           dispersion = summary(m)$sigma^2, deviance = deviance(m)), tests(m, as.character(cluster), hcs))
}
logistic <- function(name, y, x, cluster) {
    # glm keeps the weights of the step before its last: it is started again from its own answer.
    d <- data.frame(y = y, x); start <- NULL
    for (i in 1:3) {
        m <- glm(y ~ ., family = binomial, data = d, start = start, control = list(epsilon = 1e-15, maxit = 100))
        start <- coef(m)
    }
    c(list(name = name, kind = "logistic", y = y, x = as.list(x), cluster = as.character(cluster),
           dispersion = 1, deviance = deviance(m)), tests(m, as.character(cluster), all))
}
twostage <- function(name, y, endogenous, instruments, x, cluster) {
    d <- data.frame(y = y, x, endogenous, instruments)
    right <- function(...) paste(c("1", unlist(list(...))), collapse = " + ")
    m <- ivreg(as.formula(paste("y ~", right(names(x), names(endogenous)), "|", right(names(x), names(instruments)))),
               data = d)
    c(list(name = name, kind = "twostage", y = y, x = as.list(x), endogenous = as.list(endogenous),
           instruments = as.list(instruments), cluster = as.character(cluster), dispersion = m$sigma^2,
           deviance = sum(residuals(m)^2)), tests(m, as.character(cluster), c("Constant", "HC0", "HC1", "HC2")))
}

set.seed(20261123)
n <- 300; town <- sample(sprintf("t%02d", 1:17), n, TRUE, prob = (1:17)^2); u <- rnorm(17)[as.integer(factor(town))]
treated <- rbinom(n, 1, .5); age <- round(runif(n, 18, 62)); year <- 2015 + sample(0:9, n, TRUE)
hours <- 5 + 2 * treated + .05 * age + u + rnorm(n, sd = 1 + 2 * treated)
job <- rbinom(n, 1, plogis(-1.5 + .6 * treated + .02 * (age - 40) + .7 * u))
rare <- rbinom(n, 1, plogis(-3.2 + .8 * treated))
small <- c(1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5); smallY <- rnorm(12) + small / 3; smallT <- rep(0:1, 6)
offered <- rbinom(n, 1, .5); willing <- rbinom(n, 1, plogis(u)); took <- offered * willing
wage <- 100 + 8 * took + 5 * willing + u + rnorm(n, sd = 4)
data("CigarettesSW", package = "AER")
cig <- subset(transform(CigarettesSW, rprice = log(price / cpi), rincome = log(income / population / cpi),
    tdiff = (taxs - tax) / cpi, rtax = tax / cpi, q = log(packs)), TRUE)
states <- data.frame(model.matrix(~ town)[, -1])
quarter <- as.integer(factor(town)) %% 4; sure <- rbinom(n, 1, plogis(.4 * (age - 40) + treated))

data <- list(
    linear("mtcars by cylinders", mtcars$mpg, mtcars[c("wt", "hp")], mtcars$cyl),
    linear("warpbreaks by loom", warpbreaks$breaks, data.frame(b = as.integer(warpbreaks$wool == "B"),
        m = as.integer(warpbreaks$tension == "M"), h = as.integer(warpbreaks$tension == "H")), rep(1:9, 6)),
    linear("hours in seventeen towns", hours, data.frame(treated, age), town),
    linear("year beside an intercept", hours, data.frame(treated, year), town),
    linear("a dummy for every town", hours, data.frame(treated, states), town),
    linear("two clusters", hours, data.frame(age), treated),
    linear("twelve people, one alone", smallY, data.frame(t = smallT), small),
    linear("the mean alone", smallY, data.frame(t = smallT)[, FALSE], small),
    linear("every row a cluster", smallY, data.frame(t = smallT), 1:12),
    logistic("job in seventeen towns", job, data.frame(treated, age), town),
    logistic("a rare event", rare, data.frame(treated, age), town),
    logistic("infert by education", infert$case, data.frame(spontaneous = infert$spontaneous,
        induced = infert$induced, age = infert$age), infert$stratum %% 20),
    logistic("the log odds alone", job, data.frame(treated)[, FALSE], town),
    logistic("a dummy for every quarter", job, data.frame(treated, b = 1 * (quarter == 1), c = 1 * (quarter == 2),
        d = 1 * (quarter == 3)), quarter),
    logistic("strong predictors", sure, data.frame(age, treated), town),
    logistic("transmission by gears", mtcars$am, mtcars["wt"], mtcars$carb),
    twostage("one-sided non-compliance", wage, data.frame(took), data.frame(offered), data.frame(age), town),
    twostage("no covariates", wage, data.frame(took), data.frame(offered), data.frame(age)[, FALSE], town),
    twostage("cigarettes, two instruments", cig$q, cig["rprice"], cig[c("tdiff", "rtax")], cig["rincome"], cig$state))
versions <- c(list(R = R.version.string), lapply(c(sandwich = "sandwich", clubSandwich = "clubSandwich",
    lmtest = "lmtest", AER = "AER"), function(p) as.character(packageVersion(p))))
write(toJSON(list(versions = versions, data = data), digits = I(17), auto_unbox = TRUE, na = "null"), "regression.json")
