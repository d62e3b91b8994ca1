package az.dost.vahid.pages;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Each part of the pages has a configuration of its own. Nothing that Spring Boot would configure by itself is wanted
 * here.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(resourcePattern = "**/*Configuration.class")
class PagesConfiguration {}
