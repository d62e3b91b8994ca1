{{- define "vahid.name" -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* What never changes of a release: selectors. */}}
{{- define "vahid.selector" -}}
app.kubernetes.io/name: vahid
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "vahid.labels" -}}
{{ include "vahid.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "vahid.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{/* Whether other bytes may come by the same name tomorrow. */}}
{{- define "vahid.moves" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{- if and (not .Values.image.digest) (ne .Values.image.pullPolicy "Always") (regexMatch "^(latest|stable|edge|nightly|main|master)$|-SNAPSHOT$" $tag) -}}
{{- $tag -}}
{{- end -}}
{{- end -}}

{{/* What the chart itself sets; it comes after the settings of the values, so that a forgotten line cannot open a port. */}}
{{- define "vahid.settings" -}}
vahid.data: /var/lib/vahid
vahid.keys: /etc/vahid/keys
vahid.requesters: file:/etc/vahid/requesters
{{- if and .Values.shared.claim (not (contains "blobs" (toYaml .Values.settings))) }}
vahid.blobs: /mnt/shared/blobs
{{- end }}
{{- if .Values.definitions.subscriptions }}
vahid.events.subscriptions: file:/etc/vahid/subscriptions
{{- end }}
{{- if .Values.definitions.partners }}
vahid.transfers.partners: file:/etc/vahid/partners
{{- end }}
{{- if .Values.definitions.services }}
vahid.exchange.services: file:/etc/vahid/services
{{- end }}
{{- if .Values.ports.http }}
server.port: {{ .Values.ports.http }}
{{- end }}
{{- if .Values.ports.https }}
vahid.tls.port: {{ .Values.ports.https }}
vahid.tls.required: {{ not .Values.ports.http }}
{{- end }}
vahid.drain.seconds: {{ .Values.drain.seconds }}
vahid.drain.longest-seconds: {{ .Values.drain.longest }}
vahid.management.port: {{ .Values.ports.management }}
vahid.management.host: 0.0.0.0
vahid.management.tls: true
{{- end -}}

{{/* The rules of a migration: one minor version at a time, up or down, since versions N and N-1 share a schema and others do not. */}}
{{- define "vahid.migration" -}}
{{- if .Release.IsUpgrade -}}
{{- $old := lookup "apps/v1" "Deployment" .Release.Namespace (include "vahid.name" .) -}}
{{- if $old -}}
{{- $from := semver (index $old.metadata.labels "app.kubernetes.io/version" | default .Chart.AppVersion) -}}
{{- $to := semver .Chart.AppVersion -}}
{{- $step := sub (int64 $to.Minor) (int64 $from.Minor) -}}
{{- if or (ne $from.Major $to.Major) (gt (int $step) 1) (lt (int $step) -1) -}}
{{- fail (printf "From %s to %s leaves out a version: upgrade one minor version at a time, and wait until all gateways run it." $from.Original $to.Original) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What must be given, all at once. */}}
{{- define "vahid.needed" -}}
{{- $missing := list -}}
{{- if not .Values.secrets.environment }}{{ $missing = append $missing "secrets.environment: the Secret with VAHID_KEYS_PASSWORD, VAHID_DB_PASSWORD and each ${NAME} of the settings" }}{{ end -}}
{{- if not .Values.secrets.keys }}{{ $missing = append $missing "secrets.keys: the Secret with gateway.p12, record.key, person.key and protected-persons.yaml" }}{{ end -}}
{{- if not .Values.agencies.certificates }}{{ $missing = append $missing "agencies.certificates: the ConfigMap with <id>.pem for each agency" }}{{ end -}}
{{- if not .Values.agencies.ids }}{{ $missing = append $missing "agencies.ids: the agencies whose certificates are in it" }}{{ end -}}
{{- if not .Values.definitions.requesters }}{{ $missing = append $missing "definitions.requesters: the ConfigMap with the requesters' files" }}{{ end -}}
{{- if not .Values.settings }}{{ $missing = append $missing "settings: the database, the broker, the anchors and the agencies' addresses ('vahid settings template')" }}{{ end -}}
{{- if not (or .Values.shared.claim (contains "blobs" (toYaml .Values.settings))) }}{{ $missing = append $missing "shared.claim: the claim for files that gateways share; or vahid.blobs in the settings (s3://...)" }}{{ end -}}
{{- if not (or .Values.ports.http .Values.ports.https) }}{{ $missing = append $missing "ports.http or ports.https" }}{{ end -}}
{{- if and .Values.network.policy (not .Values.network.servers) }}{{ $missing = append $missing "network.servers: where gateways connect to, PostgreSQL, Artemis, agencies and stores; or network.policy: false" }}{{ end -}}
{{- with include "vahid.moves" . }}{{ $missing = append $missing (printf "image.digest: the tag %s may be another build on the next node; give sha256:..., or a tag that is given once" .) }}{{ end -}}
{{- if and .Values.autoscaling.enabled (lt (int .Values.autoscaling.most) (int .Values.replicas)) }}{{ $missing = append $missing "autoscaling.most: no fewer than replicas" }}{{ end -}}
{{- if $missing }}{{ fail (printf "%d values are missing or wrong:\n  %s" (len $missing) (join "\n  " $missing)) }}{{ end -}}
{{- end -}}
