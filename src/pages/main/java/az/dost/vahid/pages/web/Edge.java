package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.session.SessionCookie;
import java.util.EnumSet;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before the servlets. No thread waits for a head or for a form: both have a time, and a form is short and of
 * somebody with a session, or the one that asks for no login. A file waits unread until it is known who sends it. What
 * is not taken is told by {@link RefusedBody}, and nobody can read any of it.
 */
final class Edge extends Handler.Wrapper implements Connection.Listener {
    /** Of a request: the status (an Integer) of one whose body is not taken. */
    static final String REFUSED = Edge.class.getName();

    private static final String FILE = "multipart/form-data";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_OF_A_FORM = 64 << 10;
    private static final int MOST_OF_A_STRANGERS = 8 << 10;
    private static final int MOST_FIELDS = 1000;

    private static final int HEAD_MS = 10_000;
    private static final int NEXT_MS = 30_000;
    private static final int FORM_MS = 10_000;
    private static final int FILE_MS = 120_000;
    /** Each costs some kilobytes. */
    private static final int MOST_HEADS = 1000;
    /** Each holds a form or an answer. */
    private static final int MOST_HELD = 200;

    /** What an address may have although it can be read in two ways: Spring's firewall refuses it, on a page. */
    private static final UriCompliance READ_LATER = UriCompliance.from(EnumSet.of(
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.SUSPICIOUS_PATH_CHARACTERS));

    private final Patience heads;
    private final Patience held;
    private final Patience files;
    private final Workers workers;

    private Edge(Connector connector, Handler pages) {
        heads = new Patience(MOST_HEADS, connector.getScheduler());
        held = new Patience(MOST_HELD, connector.getScheduler());
        files = new Patience(MOST_HELD, connector.getScheduler());
        workers = new Workers(pages, held);
        setHandler(new EagerContentHandler(
                new Handler.Wrapper(workers) {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        held.end(browser(request));
                        return workers.handle(request, response, callback);
                    }
                },
                new EagerContentHandler.FormContentLoaderFactory(MOST_FIELDS, MOST_OF_A_FORM)));
    }

    static void before(Server server) {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        connector.setAcceptQueueSize(MOST_HEADS);
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setUriCompliance(READ_LATER);
        server.getDescendants(ServletContextHandler.class)
                .forEach(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        Edge edge = new Edge(connector, server.getHandler());
        connector.addEventListener(edge);
        server.setHandler(edge);
    }

    static EndPoint browser(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            heads.begin(connection.getEndPoint(), HEAD_MS);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        heads.end(connection.getEndPoint());
        held.end(connection.getEndPoint());
        files.end(connection.getEndPoint());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint browser = browser(request);
        heads.end(browser);
        Request.addCompletionListener(request, failure -> {
            held.end(browser);
            files.end(browser);
            heads.begin(browser, NEXT_MS);
        });
        if (PublicPages.ALIVE.equals(request.getHttpURI().getPath())) {
            response.setStatus(HttpStatus.NO_CONTENT_204);
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            return true;
        }
        HttpFields headers = request.getHeaders();
        if (request.getLength() <= 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return workers.handle(request, response, callback);
        }
        int refusal = refusal(request);
        if (refusal != 0) {
            return refuse(refusal, request, response, callback);
        }
        if (isA(FILE, headers)) {
            files.begin(browser, FILE_MS);
            return workers.handle(new Awaited(request, files), response, callback);
        }
        held.begin(browser, FORM_MS);
        return super.handle(new Retold(request, FORM), response, callback);
    }

    private boolean refuse(int status, Request request, Response response, Callback callback) {
        request.setAttribute(REFUSED, status);
        return workers.handle(new Bodiless(request), response, callback);
    }

    /** The status for a body that is not taken; 0 for one that is. */
    private static int refusal(Request request) {
        HttpFields headers = request.getHeaders();
        String path = request.getHttpURI().getPath();
        boolean known = Request.getCookies(request).stream()
                .anyMatch(cookie -> cookie.getName().equals(SessionCookie.NAME));
        if (!known && !PublicPages.RATING.equals(path)) {
            return HttpStatus.UNAUTHORIZED_401;
        }
        if (known && isA(FILE, headers)) {
            return 0;
        }
        if (!isA(FORM, headers)) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE_415;
        }
        if (headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return HttpStatus.LENGTH_REQUIRED_411;
        }
        return request.getLength() > (known ? MOST_OF_A_FORM : MOST_OF_A_STRANGERS)
                ? HttpStatus.PAYLOAD_TOO_LARGE_413
                : 0;
    }

    private static boolean isA(String type, HttpFields headers) {
        String told = headers.get(HttpHeader.CONTENT_TYPE);
        return told != null
                && told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
    }

    /** A request whose body is not waited for any more once all of it was read. */
    private static final class Awaited extends Request.Wrapper {
        private final Patience patience;

        private Awaited(Request request, Patience patience) {
            super(request);
            this.patience = patience;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                patience.end(browser(this));
            }
            return chunk;
        }
    }

    /** A request whose body is what we take it for, however its headers may be read. */
    private static class Retold extends Request.Wrapper {
        private final HttpFields headers;

        /** @param type null for no body */
        private Retold(Request request, String type) {
            super(request);
            HttpFields.Mutable told = HttpFields.build(request.getHeaders()).remove(HttpHeader.CONTENT_TYPE);
            headers = type == null
                    ? told.remove(HttpHeader.CONTENT_LENGTH)
                            .remove(HttpHeader.TRANSFER_ENCODING)
                            .remove(HttpHeader.EXPECT)
                            .asImmutable()
                    : told.put(HttpHeader.CONTENT_TYPE, type).asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }

    /** A request as if it had no body. */
    private static final class Bodiless extends Retold {
        private Bodiless(Request request) {
            super(request, null);
        }

        @Override
        public long getLength() {
            return 0;
        }

        @Override
        public Content.Chunk read() {
            return Content.Chunk.EOF;
        }

        @Override
        public void demand(Runnable available) {
            getContext().execute(available);
        }
    }
}
