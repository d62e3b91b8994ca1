package az.dost.vahid.pages.web;

import az.dost.vahid.pages.gateway.GatewayAway;
import az.dost.vahid.pages.gateway.NotLoggedIn;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.IssuerAway;
import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever kept a page from being made into a page that says so. */
@ControllerAdvice
final class StateAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(StateAdvice.class);
    private static final int LEAST_WAIT_S = 2;
    /** Codes of what is not there, for whoever asks. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private final Areas areas;
    private final Visitors visitors;

    StateAdvice(Areas areas, Visitors visitors) {
        this.areas = areas;
        this.visitors = visitors;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = refused.status();
        if (status == 401) {
            return over(request, response);
        }
        if (status == 429 || status == 503) {
            int seconds = Math.max(LEAST_WAIT_S, refused.retryAfter());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            return page(new State("busy", 503, refused.code(), refused.instance(), seconds), response);
        }
        if (NOT_THERE.contains(status)) {
            return notThere(request, response);
        }
        return page(
                new State("refused", status >= 500 ? 502 : status, refused.code(), refused.instance(), 0), response);
    }

    @ExceptionHandler
    ModelAndView busy(Busy busy, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(LEAST_WAIT_S));
        return page(new State("busy", 503, "", "", LEAST_WAIT_S), response);
    }

    @ExceptionHandler
    ModelAndView away(GatewayAway away, HttpServletResponse response) {
        return page(State.of("gateway-away", 502), response);
    }

    @ExceptionHandler
    ModelAndView issuerAway(IssuerAway away, HttpServletResponse response) {
        return page(State.of("issuer-away", 503), response);
    }

    @ExceptionHandler
    ModelAndView over(NotLoggedIn nobody, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return over(request, response);
    }

    @ExceptionHandler
    ModelAndView notThere(NotThere not, HttpServletRequest request, HttpServletResponse response) {
        return notThere(request, response);
    }

    /** With the same around it whether there is such an address or not: nobody learns what there is for others. */
    private ModelAndView notThere(HttpServletRequest request, HttpServletResponse response) {
        try {
            Visitor visitor = visitors.of(request);
            Frame.of(request).welcome(visitor, areas.of(visitor), null);
        } catch (NotLoggedIn | Refused | GatewayAway | IssuerAway nobodyKnown) {
            // The page says the same without who he is.
        }
        return page(State.of("not-there", 404), response);
    }

    @ExceptionHandler
    ModelAndView other(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        // Spring's own for what somebody typed into the address: no such page or method, no id where one stands.
        if (fault instanceof TypeMismatchException
                || fault instanceof ErrorResponse answer
                        && answer.getStatusCode().is4xxClientError()) {
            return notThere(request, response);
        }
        String number = UUID.randomUUID().toString();
        // Without its message, which may hold what somebody typed or a register said.
        LOG.error(
                "A page could not be made: {} at {}; its number is {}",
                fault.getClass().getName(),
                place(fault),
                number);
        return page(new State("fault", 500, "", number, 0), response);
    }

    private static String place(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] stack = root.getStackTrace();
        return root.getClass().getSimpleName() + " " + (stack.length == 0 ? "" : stack[0]);
    }

    private static ModelAndView over(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SessionOver.lead(request, response, PublicPages.OVER);
        return new ModelAndView();
    }

    static ModelAndView page(State state, HttpServletResponse response) {
        response.setStatus(state.status());
        ModelAndView page = new ModelAndView("state");
        page.addObject("state", state);
        return page;
    }
}
