package az.dost.vahid.journeys.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;

/** Breaks the client's connection: an answer without a stated length would otherwise end as if it were complete. */
final class BrokenAnswer {
    static void cut(HttpServletRequest request) {
        if (OpaqueRequest.original(request) instanceof ServletApiRequest jetty) {
            jetty.getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        }
    }

    private BrokenAnswer() {}
}
