package az.dost.vahid.mock.kit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /control/asked} tells how often each agency was asked in each second. Mock side only. */
final class AskedServlet extends HttpServlet {
    private final transient AskedFilter asked;

    AskedServlet(AskedFilter asked) {
        this.asked = asked;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().print(asked.told());
    }
}
