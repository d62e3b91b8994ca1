package az.dost.vahid.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What failed before any page was asked. */
@Controller
final class FailedRequests {
    static final String PATH = "/error";
    /** Of the contracts, for what is wrong with a request as such. */
    private static final Map<Integer, String> CODES = Map.of(
            400, "REQUEST_MALFORMED",
            411, "REQUEST_MALFORMED",
            413, "REQUEST_TOO_LARGE",
            415, "MEDIA_TYPE_UNSUPPORTED");

    @RequestMapping(PATH)
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return StateAdvice.page(State.of("not-there", 404), response);
        }
        String code = CODES.get(status);
        return StateAdvice.page(
                code != null
                        ? new State("refused", status, code, "", 0)
                        : State.of(status < 500 ? "not-there" : status == 503 ? "busy" : "fault", status),
                response);
    }
}
