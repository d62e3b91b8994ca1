package az.dost.vahid.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;

/**
 * Sends spans to a collector, several at a time and from a thread of its own. Its queue is bounded: a span that finds
 * no room is lost, and no lookup waits.
 */
final class Otlp {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** @param authorization for the header Authorization, blank for none */
    static Traces traces(TraceSettings settings, String authorization) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.otlp()).setTimeout(TIMEOUT);
        if (!authorization.isBlank()) {
            exporter.addHeader("Authorization", authorization);
        }
        return traces(
                settings,
                BatchSpanProcessor.builder(exporter.build())
                        .setExporterTimeout(TIMEOUT)
                        .build());
    }

    static Traces traces(TraceSettings settings, SpanProcessor processor) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                "vahid",
                                AttributeKey.stringKey("service.instance.id"),
                                settings.instance()))))
                // A caller who traces his part is followed; of the others a share is traced.
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
                .addSpanProcessor(processor)
                .build();
        return new Traces(provider.get("az.dost.vahid"), provider::close);
    }

    private Otlp() {}
}
