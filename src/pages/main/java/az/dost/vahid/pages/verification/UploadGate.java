package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.gateway.GatewayAway;
import az.dost.vahid.pages.gateway.NotLoggedIn;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.IssuerAway;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before anything reads an upload: few at once, none of an unknown length, none too long, and none of anybody
 * but those who may have a file checked; whoever may not takes no place of theirs. An upload is held in memory and
 * never on a disk, so this is what bounds it.
 */
final class UploadGate extends OncePerRequestFilter {
    /** Of the gateway's contract, and room for what the form has beside the file. */
    static final int MOST_BYTES = (16 << 20) + (64 << 10);
    /** A browser that sends a little more reads the answer only when it has sent all of it. */
    private static final long PATIENCE_BYTES = 64L << 20;

    private static final int AT_ONCE = 3;
    private static final int BLOCK = 1 << 16;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Visitors visitors;
    private final Set<VisitorRole> allowed;

    UploadGate(Visitors visitors, Set<VisitorRole> allowed) {
        this.visitors = visitors;
        this.allowed = allowed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !String.valueOf(request.getContentType())
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (!request.getRequestURI().equals(VerificationController.PATH)
                || !HttpMethod.POST.matches(request.getMethod())
                || !mayCheck(request, response)) {
            // No other page takes a file, and that one says why it takes none of his.
            SessionOver.lead(request, response, VerificationController.PATH);
        } else if (length < 0 || length > MOST_BYTES) {
            swallow(request.getInputStream(), length);
            SessionOver.lead(request, response, VerificationController.PATH + "/too-large");
        } else if (!free.tryAcquire()) {
            swallow(request.getInputStream(), length);
            SessionOver.lead(request, response, VerificationController.PATH + "/busy");
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                free.release();
            }
        }
    }

    private boolean mayCheck(HttpServletRequest request, HttpServletResponse response) {
        // Where the token is looked for of whoever asks.
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            return visitors.of(request).hasOneOf(allowed);
        } catch (NotLoggedIn | Refused | GatewayAway | IssuerAway e) {
            return false;
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static void swallow(InputStream in, long length) throws IOException {
        if (length > PATIENCE_BYTES) {
            return;
        }
        byte[] block = new byte[BLOCK];
        long left = PATIENCE_BYTES;
        int read = 0;
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(block);
        }
    }
}
