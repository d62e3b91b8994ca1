package az.dost.vahid.pages.login;

import az.dost.vahid.pages.setting.PagesSettings;
import jakarta.servlet.DispatcherType;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions, and the cookie that leads to one. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {
    /** Browsers take a cookie with this beginning only encrypted, from this host alone and for all of its addresses. */
    static final String COOKIE = "__Host-vahid";
    private static final int BEFORE_SECURITY = -200;

    @Bean
    MemorySessions sessions(PagesSettings settings) {
        return new MemorySessions(settings.idle(), settings.sessions());
    }

    @Bean
    SchedulingConfigurer sweep(MemorySessions sessions) {
        return tasks -> tasks.addFixedDelayTask(sessions::sweep, java.time.Duration.ofMillis(TimeUnit.MINUTES.toMillis(1)));
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepository<?> sessions) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_SECURITY);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Idleness> idleness(PagesSettings settings) {
        FilterRegistrationBean<Idleness> registration = new FilterRegistrationBean<>(new Idleness(settings.idle()));
        registration.setOrder(BEFORE_SECURITY + 1);
        return registration;
    }
}
