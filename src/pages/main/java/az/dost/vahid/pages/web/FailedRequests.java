package az.dost.vahid.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What failed before any page was asked. */
@Controller
final class FailedRequests {
    static final String PATH = "/error";

    @RequestMapping(PATH)
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return StateAdvice.page(State.of("not-there", 404), response);
        }
        return StateAdvice.page(
                State.of(status < 500 ? "not-there" : status == 503 ? "busy" : "fault", status), response);
    }
}
