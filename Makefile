# Every target is named for what you want. `make` alone lists them.
# PYTHON=python3.12 picks the interpreter; ARGS='…' goes to the command that a target runs.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := /bin/sh

ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for it in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$it" -c '$(ENOUGH)' 2>/dev/null && { echo "$$it"; exit; }; done; echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

##@ 使用 / Use

.PHONY: help
help: ## 列出全部目标 / list every target
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z][a-z-]*:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(VENV)/.runtime ## 用净峰镇的台账走一遍 / from the Jingfeng ledger to its 2017 annual table
	@$(BIN)/disclosure demo --out build/demo $(ARGS)

.PHONY: serve
serve: $(VENV)/.runtime ## 在浏览器中办理 / serve the desk
	@$(BIN)/disclosure serve $(ARGS)

.PHONY: worker
worker: $(VENV)/.runtime ## 运行提醒调度 / run the reminder scheduler
	@$(BIN)/disclosure worker $(ARGS)

##@ 开发 / Develop

.PHONY: test
test: $(VENV)/.dev ## 运行测试 / run the tests, but for those that take long
	$(BIN)/pytest -n auto -m 'not staleness and not thorough' $(ARGS)

.PHONY: test-thorough
test-thorough: $(VENV)/.dev ## 运行耗时的测试 / run those that take long: every page in a browser, kills, fuzzing
	$(BIN)/pytest -n auto -m thorough $(ARGS)

# What a database might answer otherwise: writers, the chain, requests, telling, jobs, the killed.
POSTGRESQL := $(addprefix tests/workflow/,$(addprefix records/,test_outbox.py test_unit_of_work.py \
	test_loaded_notices.py test_requests.py test_store.py test_text_pairs.py) telling jobs faults/test_mailing.py \
	services/test_merged_requests.py services/test_moves.py)

.PHONY: test-postgresql
test-postgresql: $(VENV)/.dev ## 在 PostgreSQL 上测试 / run what asks the database on PostgreSQL too
	CI=1 $(BIN)/pytest --database postgresql -n 2 $(POSTGRESQL) $(ARGS)

.PHONY: test-install
test-install: $(VENV)/.dev ## 安装测试 / install the wheel into a fresh environment and run it
	CI=1 $(BIN)/pytest -m thorough tests/installing $(ARGS)

.PHONY: faults
faults: $(VENV)/.dev ## 断电三百次 / cut the power three hundred times under four writers, and look
	$(BIN)/pytest -n 0 -p no:randomly -s --power-cuts 300 tests/workflow/faults/test_power_torn.py $(ARGS)

.PHONY: cover
cover: ## 运行测试并查覆盖率 / run the tests and hold their coverage to its gates
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report= $(ARGS)"
	@$(MAKE) --no-print-directory gates

.PHONY: check
check: lint cover test-thorough ## 全部检查 / format, lint, types, import rules, dependencies, tests, coverage

.PHONY: lint
lint: style types contracts packages ## 不运行测试的检查 / every check but the tests

.PHONY: style
style: $(VENV)/.dev ## 格式与写法 / format and lint
	$(BIN)/ruff format --check
	$(BIN)/ruff check

.PHONY: types
types: $(VENV)/.dev ## 类型 / types, strictly, of the tests too
	$(BIN)/mypy

.PHONY: contracts
contracts: $(VENV)/.dev ## 引用方向 / who may import whom
	$(BIN)/lint-imports

.PHONY: packages
packages: $(VENV)/.dev ## 依赖声明 / no dependency undeclared, none unused
	$(BIN)/deptry .

.PHONY: audit
audit: $(VENV)/.dev ## 查依赖的已知漏洞 / known vulnerabilities of the pinned dependencies
	$(BIN)/python .ci/audit.py

.PHONY: gates
gates: ## 上次覆盖率是否达标 / the coverage that the last `make cover` must have reached
	$(BIN)/coverage report --include='states/*' --fail-under=100
	$(BIN)/coverage report --fail-under=95

.PHONY: fix
fix: $(VENV)/.dev ## 自动整理格式 / format, and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: snapshots
snapshots: $(VENV)/.dev ## 重新生成快照 / write the snapshots anew, to be read before they are committed
	$(BIN)/pytest --snapshot-update $(ARGS)

.PHONY: bench
bench: $(VENV)/.dev ## 测速 / time it beside its floors and peers
	$(BIN)/python tests/bench/run.py $(ARGS)

.PHONY: api-fuzz
api-fuzz: $(VENV)/.dev ## 按接口说明随机试探 / ask the API as its description says, and otherwise, 5,000 times
	$(BIN)/python -m tests.workflow.web.api.fuzzing 5000

.PHONY: docs
docs: $(VENV)/.dev ## 生成参考文档和文档网站 / write the pages that the code tells, build the site into build/site
	$(BIN)/python -m docs.generate
	$(BIN)/python -m docs.site.build

.PHONY: pictures
pictures: $(VENV)/.dev ## 重新拍摄文档里的图 / take the pictures of the documentation anew, to be looked at
	$(BIN)/python -m tests.browser.pictures

.PHONY: mutants
mutants: $(VENV)/.dev ## 变异测试 / mutate the clock and the calendar, list the survivors
	HYPOTHESIS_PROFILE=mutants $(BIN)/mutmut run $(ARGS)
	$(BIN)/mutmut results

.PHONY: pins
pins: ## 更新依赖锁定 / resolve the dependencies anew into .constraints.txt
	rm -rf build/pins
	$(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet --editable '.[dev]'
	build/pins/bin/python -m pip freeze --exclude disclosure-desk > build/constraints.txt
	mv build/constraints.txt .constraints.txt
	rm -rf build/pins

.PHONY: clean
clean: ## 删除工具生成的一切 / remove everything the tools made, the environment too
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache build dist htmlcov mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment, in three steps: `make demo` need not wait for the developers' tools.

$(VENV)/.made:
	@$(PYTHON) -c '$(ENOUGH)' || { echo >&2 '需要 Python 3.11 以上。Python 3.11 or later is needed; name it: make PYTHON=python3.12 …'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo >&2 '缺少 venv 模块。The venv module is missing; install it: sudo apt-get install python3-venv'; exit 1; }
	@echo '建立运行环境…… setting up $(VENV), once'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made pyproject.toml .constraints.txt
	@$(PIP) install --quiet --constraint .constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@$(PIP) install --quiet --constraint .constraints.txt --editable '.[dev]'
	@touch $@
