/** Lookups as OpenTelemetry spans, sent by OTLP where a setting says so. */
package az.dost.vahid.trace;
