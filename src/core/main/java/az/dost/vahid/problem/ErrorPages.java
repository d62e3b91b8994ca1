package az.dost.vahid.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.CamelContext;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong before or beside any journey: the server's own errors as problems. */
@RestController
class ErrorPages implements ErrorController {
    private static final int SERVER_ERROR = 500;
    private final CamelContext camel;

    ErrorPages(CamelContext camel) {
        this.camel = camel;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemCode code = code(status);
        Throwable cause = code == ProblemCode.INTERNAL && thrown != null ? thrown : new ProblemException(code);
        ProblemCode told = Problems.of(cause).code();
        byte[] body = Problems.bytes(Problems.body(cause));
        return ResponseEntity.status(told.status())
                .headers(headers -> {
                    headers.set("Content-Type", Problems.MEDIA_TYPE);
                    if (told.comesAgain()) {
                        headers.set("Retry-After", Problems.RETRY_SECONDS);
                    }
                })
                .body(body);
    }

    private ProblemCode code(Integer status) {
        return switch (status == null ? ProblemCode.NOT_FOUND.status() : status) {
            // The server listens before the journeys can begin: what is not there yet is not what is not there.
            case 404 -> camel.isStarted() ? ProblemCode.NOT_FOUND : ProblemCode.NOT_READY;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.REQUEST_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_UNSUPPORTED;
            case 503 -> ProblemCode.OVERLOADED;
            default -> status < SERVER_ERROR ? ProblemCode.REQUEST_MALFORMED : ProblemCode.INTERNAL;
        };
    }
}
