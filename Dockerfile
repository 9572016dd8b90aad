# Build with a JDK and Maven, run with a JRE as a user without rights.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY src src
RUN mvn -B -q package -DskipTests

FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --create-home --home-dir /home/citygis citygis
WORKDIR /citygis
COPY --from=build /src/target/citygis.jar .
COPY layers layers
COPY styles styles
COPY sample-data sample-data
RUN mkdir data && chown citygis data
USER citygis
VOLUME /citygis/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD bash -c "exec 3<>/dev/tcp/127.0.0.1/8080; echo -e 'GET /actuator/health/readiness HTTP/1.0\n' >&3; grep -q UP <&3"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-jar", "citygis.jar"]
