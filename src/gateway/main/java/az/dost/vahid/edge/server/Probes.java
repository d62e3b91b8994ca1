package az.dost.vahid.edge.server;

import az.dost.vahid.edge.life.Readiness;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers a balancer, and whoever restarts processes, in the I/O thread and from what is known: neither workers that
 * are all taken nor a database that hangs holds the answer back. Spring's own probes need a worker.
 */
final class Probes extends Handler.Wrapper {
    static final String LIVENESS = ManagementListener.HEALTH + "/liveness";
    static final String READINESS = ManagementListener.HEALTH + "/readiness";
    private static final byte[] UP = status("UP");
    private static final byte[] DOWN = status("DOWN");
    private static final byte[] OUT_OF_SERVICE = status("OUT_OF_SERVICE");
    private final Supplier<Readiness> readiness;

    /** @param readiness asked for with the first request */
    Probes(Supplier<Readiness> readiness, Handler next) {
        super(next);
        this.readiness = readiness;
    }

    private static byte[] status(String status) {
        return ("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path.equals(LIVENESS)) {
            boolean alive = readiness.get().alive();
            return answer(response, callback, alive, alive ? UP : DOWN);
        }
        if (path.equals(READINESS)) {
            boolean ready = readiness.get().ready();
            return answer(response, callback, ready, ready ? UP : OUT_OF_SERVICE);
        }
        return super.handle(request, response, callback);
    }

    private static boolean answer(Response response, Callback callback, boolean well, byte[] body) {
        response.setStatus(well ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
