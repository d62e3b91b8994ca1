package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.login.SessionOver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before anything reads an upload: few at once, none of an unknown length, none too long, none of somebody
 * without a session. An upload is held in memory and never on a disk, so this is what bounds it.
 */
final class UploadGate extends OncePerRequestFilter {
    /** Of the gateway's contract, and room for what the form has beside the file. */
    static final int MOST_BYTES = (16 << 20) + (64 << 10);
    /** A browser that sends a little more reads the answer only when it has sent all of it. */
    private static final long PATIENCE_BYTES = 64L << 20;

    private static final int AT_ONCE = 3;
    private static final int BLOCK = 1 << 16;
    private final Semaphore free = new Semaphore(AT_ONCE);

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
        if (request.getSession(false) == null) {
            SessionOver.lead(request, response, "/login/over");
        } else if (!request.getRequestURI().equals(VerificationController.PATH)
                || !HttpMethod.POST.matches(request.getMethod())) {
            // No other page takes a file.
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
