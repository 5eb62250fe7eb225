# Stage 1: the environment, from the locked requirements.
FROM python:3.11-slim AS environment
WORKDIR /app
COPY requirements.lock ./
RUN python -m venv .venv \
 && .venv/bin/python -m pip install --no-cache-dir --no-deps --require-hashes --compile -r requirements.lock

# Stage 2: the bot, without what built it.
FROM python:3.11-slim
RUN useradd --create-home --uid 10001 nhacviec && mkdir /data && chown nhacviec /data
WORKDIR /app
COPY --from=environment /app/.venv .venv
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY schedules schedules
COPY plans.yaml plans.yaml
COPY plans plans
USER nhacviec
# The office's own plans are mounted as a folder (README), PLANS_FILE points there; the database lives in a volume.
VOLUME ["/data"]
ENV PLANS_FILE=/app/plans.yaml DATABASE_URL=sqlite:////data/nhacviec.db WEB_HOST=0.0.0.0 WEB_PORT=8080 LOG_JSON=true
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD [".venv/bin/python", "-m", "bot", "health"]
ENTRYPOINT [".venv/bin/python", "-m", "bot"]
CMD ["run"]
