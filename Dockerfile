# The board (Node), then the console (Maven), then what runs: a JRE, the unpacked jar and nothing else.
FROM node:22-bookworm-slim AS board
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM eclipse-temurin:25-jdk AS console
WORKDIR /src
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY --from=board /src/frontend/dist frontend/dist
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/dorothy.jar extract --destination app

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /app --shell /usr/sbin/nologin dorothy && mkdir -p /app/data && chown dorothy /app/data
WORKDIR /app
COPY --from=console /src/app ./
USER dorothy
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "dorothy.jar", "run"]
