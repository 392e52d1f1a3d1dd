"""`python -m tests.cases [NAME ...]` (`make cases`): write the expected files again and say which differ."""

import sys

from tests.cases.golden import case_names, renew


def main(names: list[str]) -> None:
    """Renew the cases named, or all of them."""
    for name in names or case_names():
        changed = renew(name)
        sys.stdout.write(f"{name}: {len(changed)} changed\n")
        sys.stdout.writelines(f"  {path}\n" for path in changed)


if __name__ == "__main__":
    main(sys.argv[1:])
