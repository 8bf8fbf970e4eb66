package dev.sluice.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the origin and the three proxies are set up: the same job for each, one thread, kept connections on both sides,
 * no access log.
 */
final class Recipes {

    private static final String ANSWER = "{\"label\": \"setosa\", \"score\": 0.9731, \"model\": \"iris\"}";

    private Recipes() {}

    static Recipe origin(Path folder, int blue, int green) throws IOException {
        var servers = """
                server { listen 127.0.0.1:%d backlog=1024; server_name _; location / { return 200 '%s'; } }
                server { listen 127.0.0.1:%d backlog=1024; server_name _; location / { return 200 '%s'; } }
                """.formatted(blue, ANSWER, green, ANSWER);
        return nginxWith(folder, "origin", servers);
    }

    static Recipe nginx(Path folder, int port, int blue, int green) throws IOException {
        var servers = """
                upstream models {
                  server 127.0.0.1:%d weight=%d;
                  server 127.0.0.1:%d weight=%d;
                  keepalive 64;
                  keepalive_requests 100000000;
                }
                server {
                  listen 127.0.0.1:%d backlog=1024;
                  location / {
                    proxy_pass http://models;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                  }
                }
                """.formatted(blue, Rivals.BLUE_SHARE, green, 100 - Rivals.BLUE_SHARE, port);
        return nginxWith(folder, "nginx", servers);
    }

    static Recipe haproxy(Path folder, int port, int blue, int green) throws IOException {
        var settings = """
                global
                  nbthread 1
                  maxconn 4096
                defaults
                  mode http
                  timeout connect 1s
                  timeout client 75s
                  timeout server 20s
                  timeout http-request 10s
                  http-reuse always
                frontend clients
                  bind 127.0.0.1:%d
                  default_backend models
                backend models
                  balance roundrobin
                  server blue 127.0.0.1:%d weight %d
                  server green 127.0.0.1:%d weight %d
                """.formatted(port, blue, Rivals.BLUE_SHARE, green, 100 - Rivals.BLUE_SHARE);
        var file = Files.writeString(folder.resolve("haproxy.cfg"), settings);
        return new Recipe(List.of("haproxy", "-db", "-f", file.toString()), folder.resolve("haproxy.log"));
    }

    static Recipe sluice(Path folder, int port, int blue, int green) {
        return ours(folder, "sluice", RouterProcess.class, port, blue, green);
    }

    /**
     * A program of ours, on the same JVM with the same options as this process, which are those of the product.
     *
     * @param args its arguments, ports mostly
     */
    static Recipe ours(Path folder, String name, Class<?> program, int... args) {
        var command = java();
        command.add(program.getName());
        Arrays.stream(args).mapToObj(Integer::toString).forEach(command::add);
        return new Recipe(command, folder.resolve(name + ".log"));
    }

    /**
     * The beginning of a command: this process's JVM with its options and its class path.
     *
     * @param options more of them
     */
    static List<String> java(String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        return command;
    }

    private static Recipe nginxWith(Path folder, String name, String servers) throws IOException {
        var settings = """
                daemon off;
                master_process off;
                worker_processes 1;
                pid %1$s/%2$s.pid;
                error_log stderr error;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  keepalive_requests 100000000;
                  client_body_temp_path %1$s/%2$s-body;
                  proxy_temp_path %1$s/%2$s-proxy;
                  fastcgi_temp_path %1$s/%2$s-fastcgi;
                  uwsgi_temp_path %1$s/%2$s-uwsgi;
                  scgi_temp_path %1$s/%2$s-scgi;
                %3$s}
                """.formatted(folder, name, servers.indent(2));
        var file = Files.writeString(folder.resolve(name + ".conf"), settings);
        return new Recipe(List.of("nginx", "-e", "stderr", "-c", file.toString()), folder.resolve(name + ".log"));
    }
}
