"""The cloud's variables, its config.json and its logging.json (reference 4.1 and 4.4)."""

import json
import socket

from support import Connection, ServerTest, request_bytes

GOOD = "def init(): pass\ndef run(data): return 1\n"
QUIET = {
    "version": 1,
    "formatters": {"cloud": {"class": "azureml_inference_server_http.log_config.AMLLogFormatter", "format": "<%(message)s>"}},
    "filters": {"health": {"()": "azureml_inference_server_http.log_config.RootAccessFilter"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "cloud", "filters": ["health"]}
    },
    "loggers": {"azmlinfsrv": {"level": "WARNING"}, "azmlinfsrv.print": {"level": "INFO", "handlers": ["out"]}},
}


class Configuration(ServerTest):
    def test_the_environment_weighs_more_than_the_config_file(self):
        config = {"SERVICE_NAME": "from file", "SERVICE_VERSION": "7", "SCORING_TIMEOUT_MS": 1234, "HOSTNAMES": "x"}
        server = self.serve(GOOD, env={"SERVICE_NAME": "from env"}, files={"app/config.json": json.dumps(config)})
        info = json.loads(server.ask("GET", "/swagger.json").text)["info"]
        self.assertEqual(("from env", "7"), (info["title"], info["version"]))
        self.assertIn("Scoring timeout is set to 1234", server.log)
        self.assertIn("Extra keys = ['HOSTNAMES']", server.log)

    def test_a_config_file_may_lie_anywhere_and_an_empty_one_does_not_count(self):
        files = {"app/config.json": "", "elsewhere.json": '{"SERVICE_PATH_PREFIX": "/api/v1/"}'}
        first = self.serve(GOOD, files=files)
        self.assertIn("/score", json.loads(first.ask("GET", "/swagger.json").text)["paths"])
        second = self.serve(GOOD, env={"AZUREML_CONFIG_FILE": first.folder + "/elsewhere.json"})
        self.assertIn("/api/v1/score", json.loads(second.ask("GET", "/swagger.json").text)["paths"])

    def test_a_config_file_that_is_no_json_stops_the_server(self):
        server = self.serve(GOOD, files={"app/config.json": "{,"})
        self.assertEqual(3, server.exit_code())
        self.assertRegex(server.log.splitlines()[-1], "BadSetting: Invalid config file .*config.json: Expecting")

    def test_what_has_no_counterpart_here_is_said_in_the_log(self):
        env = {"AML_APP_INSIGHTS_ENABLED": "true", "AZUREML_DEBUG_PORT": "5678", "WORKER_PRELOAD": "true"}
        server = self.serve(GOOD, env=env)
        self.assertEqual(200, server.score(1).status)
        for told in ("there is no Application Insights here", "no debugger", "WORKER_PRELOAD has no effect"):
            self.assertIn(told, server.log)

    def test_c3_a_source_directory_and_the_app_root_can_be_imported_from(self):
        files = {"app/lib/deep.py": "NAME = 'deep'", "app/near.py": "NAME = 'near'"}
        script = "import deep, near\ndef init(): pass\ndef run(data): return [deep.NAME, near.NAME]"
        server = self.serve(script, env={"AZUREML_SOURCE_DIRECTORY": "lib"}, files=files)
        self.assertEqual('["deep", "near"]', server.score(1).text)

    def test_logging_json_has_its_say_about_our_loggers(self):
        script = "def init(): print('from init')\ndef run(data): return 1"
        server = self.serve(script, files={"app/logging.json": json.dumps(QUIET)})
        self.assertEqual(200, server.score(1).status)
        self.assertIn("\n<from init>\n", server.log)
        self.assertNotIn("ready for serving traffic", server.log)

    def test_a_logging_json_that_makes_no_sense_is_named(self):
        server = self.serve(GOOD, files={"app/logging.json": '{"version": 1, "handlers": {"x": {"class": "no.Such"}}}'})
        self.assertEqual(3, server.exit_code())
        self.assertRegex(server.log.splitlines()[-1], r"Invalid logging config .*/logging.json: .*no")

    def test_the_users_own_descriptions_win_and_broken_ones_are_refused(self):
        server = self.serve(GOOD, files={"app/swagger3.json": '{"own":  3}'})
        self.assertEqual('{"own": 3}', server.ask("GET", "/swagger.json?version=3").text)
        self.assertIn('"swagger": "2.0"', server.ask("GET", "/swagger.json").text)
        broken = self.serve(GOOD, files={"app/swagger.json": "{,"})
        self.assertEqual(3, broken.exit_code())
        self.assertIn("The user's swagger file cannot be read", broken.log.splitlines()[-1])


class HealthPort(ServerTest):
    def free_port(self):
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            return sock.getsockname()[1]

    def test_health_has_a_port_of_its_own_where_asked_for(self):
        port = self.free_port()
        server = self.serve(GOOD, env={"SEPERATE_HEALTH_ENDPOINT": "true", "HEALTH_PORT": str(port)})
        self.assertEqual(200, server.ask("GET", "/").status)
        with Connection(port) as connection:
            connection.send(request_bytes("GET", "/"))
            self.assertEqual("Healthy", connection.answer().text)
            connection.send(request_bytes("POST", "/score", b"1"))
            self.assertEqual(404, connection.answer().status)

    def test_a_health_port_that_is_taken_is_no_reason_not_to_serve(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            server = self.serve(GOOD, env={"SEPERATE_HEALTH_ENDPOINT": "true", "HEALTH_PORT": port})
            self.assertEqual(200, server.ask("GET", "/").status)
            self.assertIn("Cannot listen on HEALTH_PORT " + port, server.log)
