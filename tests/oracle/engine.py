"""The command under test."""

import json
import subprocess
import tempfile


class Engine:
    """`huiqi` with a dataset."""

    def __init__(self, program, dataset="policies.json"):
        self.program, self.dataset = program, dataset

    def questions(self):
        arguments = [self.program, "questions", "--dataset", self.dataset]
        return json.loads(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)

    def reports(self, profiles, on):
        """The report of each profile on a day, in their order, while the command runs."""
        with tempfile.TemporaryFile("w+") as lines:
            for profile in profiles:
                lines.write(json.dumps(profile) + "\n")
            lines.seek(0)
            arguments = [self.program, "screen", "-", "--lines", "--reference-date", on, "--dataset", self.dataset]
            with subprocess.Popen(arguments, stdin=lines, stdout=subprocess.PIPE, text=True) as running:
                read_all = False
                try:
                    for line in running.stdout:
                        yield json.loads(line)
                    read_all = True
                finally:
                    if not read_all:
                        running.kill()
            if running.returncode != 0:
                raise SystemExit(f"`{' '.join(arguments)}` ended with status {running.returncode}")
