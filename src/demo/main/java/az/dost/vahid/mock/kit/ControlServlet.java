package az.dost.vahid.mock.kit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code PUT /control/faults/<agency>/<fault>} sets a fault, {@code DELETE /control/faults} clears all. Mock side only.
 */
final class ControlServlet extends HttpServlet {
    private final transient Faults faults;

    ControlServlet(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = request.getRequestURI().split("/");
        try {
            faults.set(path[3], Fault.valueOf(path[4].toUpperCase(Locale.ROOT).replace('-', '_')));
            response.setStatus(204);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            response.sendError(
                    400,
                    "PUT /control/faults/<agency>/<fault>, a fault being one of " + Arrays.toString(Fault.values()));
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        faults.clear();
        response.setStatus(204);
    }
}
