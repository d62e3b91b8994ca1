package az.dost.vahid.pages.session;

import az.dost.vahid.pages.setting.PagesSettings;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions, and the cookie that leads to one. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final int BEFORE_SECURITY = -200;
    private static final int SECRET_BYTES = 32;
    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    SessionRows sessionRows(PagesSettings settings) {
        return settings.sharedSessions().url().isBlank()
                ? new MemoryRows(CLOCK, settings.sessions())
                : new DatabaseRows(settings.sharedSessions(), settings.sessions());
    }

    /** Of all nodes, or of this one until it ends. */
    @Bean
    SessionSeal sessionSeal(PagesSettings settings) {
        String secret = settings.sharedSessions().secret();
        return new SessionSeal(
                secret.isBlank()
                        ? new String(Hex.encode(
                                KeyGenerators.secureRandom(SECRET_BYTES).generateKey()))
                        : secret);
    }

    @Bean
    PageSessions sessions(SessionRows rows, PagesSettings settings) {
        return new PageSessions(rows, settings.idle());
    }

    @Bean
    SchedulingConfigurer sweep(SessionRows rows) {
        return tasks -> tasks.addFixedDelayTask(rows::sweep, SWEEP);
    }

    @Bean
    FilterRegistrationBean<SessionsAway> sessionsAway() {
        FilterRegistrationBean<SessionsAway> registration = new FilterRegistrationBean<>(new SessionsAway());
        registration.setOrder(BEFORE_SECURITY - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<PageSession>> sessionFilter(PageSessions sessions) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(SessionCookie.NAME);
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        SessionRepositoryFilter<PageSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(SessionsAway.known(ids));
        FilterRegistrationBean<SessionRepositoryFilter<PageSession>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_SECURITY);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Idleness> idleness(PagesSettings settings) {
        FilterRegistrationBean<Idleness> registration =
                new FilterRegistrationBean<>(new Idleness(settings.idle(), CLOCK));
        registration.setOrder(BEFORE_SECURITY + 1);
        return registration;
    }
}
